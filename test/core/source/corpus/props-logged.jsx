export default function Layout(props) {
  console.log(props, props.analytics);
  if (!props) return null;
  return props.team;
}
