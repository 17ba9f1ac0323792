import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  beginsOn,
  declarationOf,
  functionRange,
} from '../../../../src/core/text/source/go-declaration.ts';

const file = `package handlers

import "fmt"

func New(s *Store) *Handler {
	return &Handler{store: s}
}

func short() int { return 1 }

// Newer is another one.
func Newer[T any](t T) {
	go func() {
		use(t)
	}()
}

func (h *Handler) enrich(
	items []Item,
) []Line {
	for range items {
		defer func() {}()
	}
	return nil
}

func init() {
	fmt.Println()
}

func memmove(to, from uintptr)

var pool = sync.Pool{New: func() any {
	return 1
}}
`.split('\n');

describe('how a Go function begins', () => {
  it.each([
    ['myservice/handlers.New', 'named New'],
    ['myservice/handlers.(*Handler).enrich', 'named enrich of a receiver'],
    ['myservice/handlers.Handler.enrich', 'named enrich of a receiver'],
    ['myservice/handlers.Newer[go.shape.int]', 'named Newer'],
    ['example.com/x.(*T[...]).M', 'named M of a receiver'],
    ['myservice/handlers.init.0', 'named init'],
    ['myservice/handlers.Newer[...].func1', 'literal'],
    ['myservice/handlers.(*Handler).enrich.func1.2', 'literal'],
    ['main.init.func3', 'unknown'],
    ['main.glob..func1', 'literal'],
    ['myservice/handlers.init', 'unknown'],
    ['myservice/handlers.(*Handler).enrich-fm', 'unknown'],
    ['myservice/handlers.(*Handler).enrich.gowrap1', 'unknown'],
    ['myservice/handlers.enrich-range1', 'unknown'],
    ['memeqbody', 'unknown'],
    ['type:.eq.T', 'unknown'],
    ['std::vector<int>::push_back', 'unknown'],
    ['', 'unknown'],
  ])('%s: %s', (symbol, expected) => {
    const beginning = beginningOf(symbol);
    const told =
      beginning.kind === 'named'
        ? `named ${beginning.name}${beginning.isMethod ? ' of a receiver' : ''}`
        : beginning.kind;
    expect(told).toBe(expected);
  });

  it('is told on a line by its name, whole and as a function or a method', () => {
    const begins = (line: string, symbol: string) => beginsOn(line, beginningOf(symbol));
    expect(begins('func New(s *Store) *Handler {', 'h.New')).toBe(true);
    expect(begins('func New[T any](t T) {', 'h.New[...]')).toBe(true);
    expect(begins('func Newer(s *Store) *Handler {', 'h.New')).toBe(false);
    expect(begins('// func New(', 'h.New')).toBe(false);
    expect(begins('func (h *Handler) New() {', 'h.(*Handler).New')).toBe(true);
    expect(begins('func (h *Handler) New() {', 'h.New')).toBe(false);
    expect(begins('func New() {', 'h.(*Handler).New')).toBe(false);
    expect(begins('	go func() {', 'h.New.func1')).toBe(true);
    expect(begins('	return nil', 'h.New.func1')).toBe(false);
  });
});

describe('where a Go function is in its file', () => {
  const found = (symbol: string, startLine = 0, valued = 0) => {
    const range = functionRange(file, symbol, startLine, valued);
    return range === null ? 'nowhere' : `${range.first}-${range.last}`;
  };

  it('is from its declaration to the brace that closes it', () => {
    expect(declarationOf(file, beginningOf('h.New'))).toBe(5);
    expect(found('h.New')).toBe('5-7');
    expect(found('h.short')).toBe('9-9');
    expect(found('h.Newer[...]')).toBe('12-16');
    expect(found('h.(*Handler).enrich')).toBe('18-25');
    expect(found('h.init.0')).toBe('27-29');
    expect(found('h.memmove')).toBe('31-31');
  });

  it('is, of a closure, the declaration that it stands in', () => {
    expect(found('h.Newer[...].func1', 13)).toBe('12-16');
    expect(found('h.Newer[...].func1', 0, 14)).toBe('12-16');
    expect(found('h.(*Handler).enrich.func1', 22)).toBe('18-25');
  });

  it('is nowhere outside of functions, and beyond the end', () => {
    expect(found('h.glob..func1', 33)).toBe('nowhere');
    expect(found('h.gone')).toBe('nowhere');
    expect(found('h.gone.func1', 900)).toBe('nowhere');
    expect(found('h.gone.func1', 3)).toBe('nowhere');
    expect(functionRange([], 'h.F', 1, 1)).toBeNull();
  });
});
