export default function Layout(props: { children: React.ReactNode; [slot: string]: React.ReactNode }) {
  return props.children;
}
