export default function Layout({ children, team, stats, side, top }) {
  abstract class Store {
    [team] = 1;
    accessor [stats] = 2;
    abstract [side]: number;
    abstract [top](): number;
  }
  return <Provider store={Store}>{children}</Provider>;
}
