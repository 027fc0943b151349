import React from 'react';

class Layout extends React.PureComponent {
  render() {
    const { props } = this;
    return <main>{props.team}</main>;
  }
}

export default Layout;
