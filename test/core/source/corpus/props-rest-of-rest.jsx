export default function Layout(props) {
  const { children, ...slots } = props;
  const { team, ...rest } = slots;
  let all = rest;
  if (props.whole) all = props;
  return <Shell {...all}>{children}</Shell>;
}
