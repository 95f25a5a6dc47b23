/** What the page's modules find in a browser as they are loaded, and plain Node has not. */
globalThis.addEventListener ??= () => {};
