export default function Layout({ children }: import('./types').Props & { team: import('react').ReactNode }) {
  return children;
}
