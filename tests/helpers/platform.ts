/*
 * What the system under the tests has. Tests that need more are skipped, and say in their names why.
 */

/** Permissions, devices and pipes, and signals that a process hears of before it ends. */
export const isUnix = process.platform !== 'win32';

/** Whether nobody is let do what permissions forbid: the root user is. */
export const obeysPermissions = isUnix && process.getuid?.() !== 0;
