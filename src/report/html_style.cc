#include "report/html_style.h"

namespace accord::report {

std::string_view HtmlStyle() {
  static constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --text: #1f2328; --page: #ffffff; --box: #f6f8fa; --line: #d1d9e0; --dim: #59636e;
  --error: #b3121d; --warning: #855c00; --info: #0550ae; --passed: #116329;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --page: #0d1117; --box: #161b22; --line: #3d444d; --dim: #9198a1;
    --error: #ff8078; --warning: #e3b341; --info: #79c0ff; --passed: #56d364;
  }
}
body {
  margin: 0 auto; padding: 1.5rem; max-width: 70rem;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
}
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
code { overflow-wrap: anywhere; }
pre {
  margin: .25rem 0 .75rem; padding: .5rem .75rem; overflow-x: auto;
  background: var(--box); border: 1px solid var(--line); border-radius: .25rem;
}
table { border-collapse: collapse; margin: .5rem 0; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
th, caption { font-weight: 600; }
caption { text-align: left; }
tbody tr { border-top: 1px solid var(--line); }
td { overflow-wrap: anywhere; }
td pre { margin: 0; white-space: pre-wrap; }
article {
  margin: 0 0 1rem; padding: .75rem 1rem;
  border: 1px solid var(--line); border-left: .3rem solid var(--info); border-radius: .25rem;
}
article.error { border-left-color: var(--error); }
article.warning { border-left-color: var(--warning); }
.error > h3 .severity, .failed { color: var(--error); }
.warning > h3 .severity, .pending { color: var(--warning); }
.info > h3 .severity { color: var(--info); }
.passed { color: var(--passed); }
.place, .number, figcaption { color: var(--dim); }
figure { margin: 0; }
figcaption { font-size: .875rem; overflow-wrap: anywhere; }
mark {
  color: inherit; background: none;
  text-decoration: underline wavy var(--error); text-underline-offset: .2em;
}
.old mark { text-decoration-color: var(--info); }
.removed { color: var(--error); }
.added { color: var(--passed); }
summary { cursor: pointer; }
@media print {
  body { max-width: none; padding: 0; }
  article, tr { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
)css";
  return kStyle;
}

}  // namespace accord::report
