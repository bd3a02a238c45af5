import type { ReactNode } from 'react';

/** Fills the window even with little content, so that the footer doesn't move when more is loaded. */
export const FullHeight = ({ children }: { children: ReactNode }) => <div className="min-h-dvh">{children}</div>;
