/** Which way the calls of a suite take: suites of the edge run over both, since both must keep the same rules. */
export const way = { fastPath: true };
