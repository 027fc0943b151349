import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import PlaygroundPage from './PlaygroundPage.vue';
import RuleTable from './RuleTable.vue';
import SiteLayout from './SiteLayout.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app }) {
    app.component('PlaygroundPage', PlaygroundPage);
    app.component('RuleTable', RuleTable);
  },
} satisfies Theme;
