export default function Layout(props) {
  const { children } = props;
  const slots = useSlots(props);
  return <Shell slots={slots}>{children}</Shell>;
}
