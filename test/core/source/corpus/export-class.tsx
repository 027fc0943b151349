import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  team: ReactNode;
  analytics: ReactNode;
}

export default class Layout extends Component<Props, { open: boolean }> {
  static displayName = 'Layout';
  state = { open: false };

  constructor(props: Props) {
    super(props);
    this.toggle = this.toggle.bind(this);
  }

  toggle() {
    this.setState({ open: !this.state.open });
  }

  render() {
    const { team } = this.props;
    return (
      <main onClick={this.toggle}>
        {this.props.children}
        {team}
        {this.state.open ? this.props.analytics : null}
      </main>
    );
  }
}
