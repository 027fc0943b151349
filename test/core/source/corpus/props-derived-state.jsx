import { Component } from 'react';

export default class Layout extends Component {
  static getDerivedStateFromProps(next) {
    return { shown: next.team };
  }
  render() {
    return this.state.shown;
  }
}
