// @ts-check
export default /** @type {(props: { team: React.ReactNode }) => React.ReactNode} */ (
  ({ team }) => team
);
