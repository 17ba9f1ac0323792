import { describe, expect, it } from 'vitest';
import { picture } from './draw-join.ts';

const functions = (before: string[], after: string[]) =>
  picture([before.join(';')], [after.join(';')]);

describe('closures', () => {
  it('are joined where their number is another one', () => {
    expect(functions(['main.F', 'main.F.func1'], ['main.F', 'main.F.func2'])).toEqual([
      'main.F',
      'main.F.func1 → main.F.func2  closure',
    ]);
  });

  it('are joined in order where as many are left on both sides', () => {
    expect(
      functions(
        ['m.F.func10', 'm.F.func9', 'm.(*T).M.func1.2', 'm.(*T).M.func1.10'],
        ['m.F.func11', 'm.F.func12', 'm.(*T).M.func2.1', 'm.(*T).M.func2.3'],
      ),
    ).toEqual([
      'm.F.func9 → m.F.func11  closure',
      'm.F.func10 → m.F.func12  closure',
      'm.(*T).M.func1.2 → m.(*T).M.func2.1  closure',
      'm.(*T).M.func1.10 → m.(*T).M.func2.3  closure',
    ]);
  });

  it('are not joined where one side has more, nor across functions and kinds', () => {
    expect(functions(['m.F.func1', 'm.F.func2'], ['m.F.func3'])).toEqual([
      '+ m.F.func3',
      '- m.F.func1',
      '- m.F.func2',
    ]);
    expect(functions(['m.F.func1'], ['m.G.func1'])).toEqual(['+ m.G.func1', '- m.F.func1']);
    expect(functions(['m.F.func1'], ['m.F.func1.1'])).toEqual(['+ m.F.func1.1', '- m.F.func1']);
    expect(functions(['m.T.M-fm'], ['m.T.M'])).toEqual(['+ m.T.M', '- m.T.M-fm']);
  });

  it('stay joined by name where both sides have it, whatever is left', () => {
    expect(functions(['m.F.func1', 'm.F.func2'], ['m.F.func2', 'm.F.func3'])).toEqual([
      'm.F.func2',
      'm.F.func1 → m.F.func3  closure',
    ]);
  });

  it.each([
    ['m.F.gowrap1', 'm.F.gowrap2'],
    ['m.F.deferwrap1', 'm.F.deferwrap2'],
    ['m.F-range1', 'm.F-range2'],
    ['m.F.func1-range2', 'm.F.func2-range1'],
    ['m.F.G.func1', 'm.F.G.func2'],
    ['m.F.(*T).M.func1', 'm.F.(*T).M.func3'],
    ['m.F.T.M-fm.func1', 'm.F.T.M-fm.func2'],
    ['m.init.0', 'm.init.1'],
    ['m.init.0.func1', 'm.init.1.func1'],
    ['m.glob..func1', 'm.glob..func2'],
    // Another kind at the same place.
    ['m.F.func1', 'm.F.gowrap1'],
    ['m.F.func2', 'm.F.deferwrap1'],
    ['m.F.func1', 'm.F-range1'],
    ['m.glob..func1', 'm.init.func2'],
  ])('of every kind: %s and %s', (before, after) => {
    expect(functions([before], [after])).toEqual([`${before} → ${after}  closure`]);
    expect(functions([after], [before])).toEqual([`${after} → ${before}  closure`]);
  });

  it('become another kind only where nothing else could', () => {
    expect(functions(['m.F.func1', 'm.F.func2'], ['m.F.gowrap1', 'm.F.gowrap2'])).toEqual([
      '+ m.F.gowrap1',
      '+ m.F.gowrap2',
      '- m.F.func1',
      '- m.F.func2',
    ]);
    expect(functions(['m.F.func1', 'm.F.func2'], ['m.F.func3', 'm.F.gowrap1'])).toEqual([
      '+ m.F.func3',
      '+ m.F.gowrap1',
      '- m.F.func1',
      '- m.F.func2',
    ]);
  });

  it('are not what is called so by the user, or in other languages', () => {
    expect(functions(['main.func1'], ['main.func2'])).toEqual(['+ main.func2', '- main.func1']);
    expect(functions(['main.(*T).func1'], ['main.(*T).func2'])).toEqual([
      '+ main.(*T).func2',
      '- main.(*T).func1',
    ]);
    expect(functions(['Widget.func1'], ['Widget.func2'])).toHaveLength(2);
    expect(functions(['std::f.func1'], ['std::f.func2'])).toHaveLength(2);
  });
});

describe('type arguments', () => {
  it.each([
    ['m.F[go.shape.int]', 'm.F[...]'],
    ['m.F[go.shape.int]', 'm.F[go.shape.int64]'],
    ['m.(*T[go.shape.string]).M', 'm.(*T[...]).M'],
    ['m.T[go.shape.[]uint8].M', 'm.T[...].M'],
    ['m.F', 'm.F[...]'],
  ])('may differ: %s and %s', (before, after) => {
    expect(functions([before], [after])).toEqual([`${before} → ${after}  generic`]);
  });

  it('are no guess: several shapes are not joined with one, or with as many', () => {
    const shapes = ['m.F[go.shape.int]', 'm.F[go.shape.string]'];
    expect(functions(shapes, ['m.F[...]'])).toHaveLength(3);
    expect(functions(shapes, ['m.F[go.shape.int8]', 'm.F[go.shape.uint8]'])).toHaveLength(4);
  });

  it('that do not close are a name as any other', () => {
    expect(functions(['m.F[a'], ['m.F[b'])).toEqual(['+ m.F[b', '- m.F[a']);
  });
});

describe('major versions', () => {
  it.each([
    ['example.com/x/v2.F', 'example.com/x/v3.F'],
    ['example.com/x.F', 'example.com/x/v2.F'],
    ['example.com/x/v2/sub.(*T).M', 'example.com/x/v11/sub.(*T).M'],
    ['gopkg.in/yaml.v2.F', 'gopkg.in/yaml.v3.F'],
    ['gopkg.in/yaml%2ev2.F', 'gopkg.in/yaml.v3.F'],
    ['example.com/x/v2.F[go.shape.int]', 'example.com/x/v3.F[...]'],
  ])('may differ: %s and %s', (before, after) => {
    expect(functions([before], [after])).toEqual([`${before} → ${after}  version`]);
  });

  it('are not what packages are called', () => {
    expect(functions(['k8s.io/api/apps/v1.F'], ['k8s.io/api/apps/v2.F'])).toHaveLength(2);
    expect(functions(['v2/x.F'], ['v3/x.F'])).toHaveLength(2);
  });

  it('differ together with all else', () => {
    const [before, after] = ['x.com/m/v2.F[go.shape.int].func1.2', 'x.com/m/v3.F[...].func2.1'];
    expect(functions([before], [after])).toEqual([`${before} → ${after}  closure`]);
  });

  it('are left alone where the name of one side is there twice', () => {
    expect(functions(['x.com/m.F'], ['x.com/m/v2.F', 'x.com/m/v3.F'])).toHaveLength(3);
  });
});
