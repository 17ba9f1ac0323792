/**
 * How many frames Go keeps of a stack: of allocations and contention 32 up to Go 1.22 and 128 from then on, of CPU
 * samples 64 (runtime/mprof.go, runtime/cpuprof.go). GODEBUG=profstackdepth sets other numbers. Ascending.
 */
export const GO_STACK_LIMITS: readonly number[] = [32, 64, 128];
