import { Component } from 'react';

/** @extends {Component<{ team: React.ReactNode, children: React.ReactNode }>} */
export default class Layout extends Component {
  render() {
    return this.props.team;
  }
}
