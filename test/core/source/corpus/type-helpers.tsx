type All = {
  children: React.ReactNode;
  team: React.ReactNode;
  analytics: React.ReactNode;
  modal: React.ReactNode;
};
type Names = 'children' | 'team';

export default function Layout(
  props: Partial<Pick<All, Names>> & Omit<All, 'children' | 'team' | 'modal'> & Required<{ x?: string }>,
) {
  return [props.children, props.team, props.analytics];
}
