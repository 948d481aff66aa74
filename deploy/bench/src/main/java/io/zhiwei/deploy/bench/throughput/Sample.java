package io.zhiwei.deploy.bench.throughput;

/**
 * Where a run was at one moment.
 *
 * @param nanos moment, nanoseconds of an arbitrary clock
 * @param events events read so far
 * @param visits visits paid to entities so far
 * @param cpuNanos processor time of the application so far
 * @param compilerNanos time that the JVM's compilers have worked so far
 */
record Sample(long nanos, long events, long visits, long cpuNanos, long compilerNanos) {}
