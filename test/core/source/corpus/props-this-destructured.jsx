import { Component } from 'react';

export default class Layout extends Component {
  renderTeam = () => this.props.team;

  render() {
    const {
      props: { children, ...rest },
    } = this;
    const other = function () {
      return this.props.modal;
    };
    return [children, this.renderTeam(), other, rest.analytics];
  }
}
