import { createContext } from 'preact';

/** Whether the keyboard reaches what is in this message. */
export const IsActive = createContext(false);
