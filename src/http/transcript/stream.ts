const encoder = new TextEncoder();

/**
 * Text as a body that is made as fast as it is read, and no further. Where the making fails, the body breaks off
 * instead of ending, so that nobody takes a part for the whole.
 */
export function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
