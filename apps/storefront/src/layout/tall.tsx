import type { ReactNode } from 'react';

/** Fills the window however little is in it, so that the footer stays out of sight and doesn't jump when more comes. */
export const Tall = ({ children }: { children: ReactNode }) => <div className="min-h-dvh">{children}</div>;
