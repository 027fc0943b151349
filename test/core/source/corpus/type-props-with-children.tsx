import { type PropsWithChildren, type ReactNode } from 'react';

export default function Layout({ children, team }: PropsWithChildren<{ team: ReactNode }>) {
  return [children, team];
}
