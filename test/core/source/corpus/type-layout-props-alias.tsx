type Props = Readonly<LayoutProps<`/dash`>>;

export default function Layout(props: Props) {
  return props.children;
}
