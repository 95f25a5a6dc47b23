import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is loaded once it is wanted; undefined until it is there. */
export function useLoaded<Part>(
  isWanted: boolean,
  load: () => Promise<Part>,
  onFail: () => void = () => {},
): Part | undefined {
  const [loaded, setLoaded] = useState<{ part: Part }>();
  useEffect(() => {
    let isHere = true;
    if (isWanted && !loaded) {
      load().then(
        (part) => isHere && setLoaded({ part }),
        () => isHere && onFail(),
      );
    }
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return loaded?.part;
}
