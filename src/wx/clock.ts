// Taken when the library is loaded, and not when a profile is first written: a test may have faked it by then.
const afterTimeout = setTimeout

/** Lets time pass for the other processes that use a profile. */
export const sleep = (ms: number): Promise<void> => new Promise(resolve => afterTimeout(resolve, ms))
