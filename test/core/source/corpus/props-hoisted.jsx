export default function Layout(props) {
  if (props.open) {
    var team = 'shadow';
  }
  return show();
  function show() {
    return [team, props.modal];
  }
}
