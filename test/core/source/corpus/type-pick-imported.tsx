import type { All } from './types';

export default function Layout({ children }: Pick<All, 'children' | 'team'>) {
  return children;
}
