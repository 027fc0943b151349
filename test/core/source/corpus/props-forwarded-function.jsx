const Inner = ({ team, theme }) => <main className={theme}>{team}</main>;
export default function Layout(props) {
  return <Inner theme="dark" {...props} />;
}
