export default function Layout(props: { team: React.ReactNode }): React.ReactElement;
export default function Layout(props: { team: React.ReactNode; children?: React.ReactNode }) {
  return <main>{props.team}</main>;
}
