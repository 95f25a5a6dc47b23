/** Awaited after code was loaded, which took a task to read: what that draws then has one of its own, so that neither is long. */
export const ownTask = () => new Promise((resolve) => setTimeout(resolve));
