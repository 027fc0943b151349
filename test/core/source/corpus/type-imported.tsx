import type { Props } from './types';

export default function Layout({ children, team }: Props) {
  return [children, team];
}
