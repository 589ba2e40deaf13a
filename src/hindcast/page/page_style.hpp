#pragma once
#include <string_view>

/// How the page of a hindcast looks, on paper and on light and dark screens.
namespace tumen {

inline constexpr std::string_view hindcast_style = R"(
*,*::before,*::after{box-sizing:border-box}
:root{color-scheme:light;--paper:#fcfaf5;--surface:#fffefb;--ink:#1d2227;--muted:#565e67;--line:#dcd8ce;
--model:#0b5563;--model-edge:#2b7f8a;--model-band:#bcdfe3;--told:#8a4b08;--rival:#565e67;--grid:#e4e0d6;--worse:#8a2b1a;
--link:#0b5563}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#13171b;--surface:#191e23;--ink:#e8ebed;
--muted:#a9b1b9;--line:#343b42;--model:#84cdd6;--model-edge:#46969f;--model-band:#1d4a52;--told:#ecb868;--rival:#a9b1b9;
--grid:#2c3339;--worse:#f0a08e;--link:#84cdd6}}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
font:1.0625rem/1.6 Charter,'Bitstream Charter',Cambria,'Noto Serif',Georgia,serif;font-variant-numeric:lining-nums}
:lang(ko){word-break:keep-all;line-height:1.7}
main{max-width:80rem;margin:0 auto;padding:1.5rem clamp(1rem,2.5vw,2rem) 4rem}
h1,h2,h3{line-height:1.2;font-weight:600;margin:0;text-wrap:balance}
h1{font-size:clamp(1.65rem,1.2rem + 1.8vw,2.25rem)}
h2{font-size:clamp(1.4rem,1.15rem + 1vw,1.8rem);margin-top:3rem;padding-top:1rem;border-top:2px solid var(--line)}
h3{font-size:1.1rem}
p,ul{max-width:44rem;margin:.75rem 0}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.lead{font-size:1.2rem}
.small,table,figcaption,.key,summary{font-family:system-ui,-apple-system,'Segoe UI','Noto Sans','Liberation Sans',sans-serif}
.small,figcaption{font-size:.875rem;color:var(--muted);line-height:1.5}
code{font:.85em ui-monospace,'Liberation Mono',monospace}
.limits{border-left:4px solid var(--told);background:var(--surface);padding:.25rem 1rem;max-width:46rem}
.wide{overflow-x:auto;max-width:100%;margin:1rem 0}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums lining-nums;width:100%}
caption{text-align:left;color:var(--muted);padding:.25rem 0}
th,td{text-align:right;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:top}
th:first-child,td:first-child{text-align:left}
th,td{overflow-wrap:normal}
thead th{font-weight:600;color:var(--muted);white-space:normal;vertical-align:bottom}
figure thead th{white-space:nowrap}
details{max-width:44rem;margin:.75rem 0}
summary{font-size:.875rem;color:var(--muted);cursor:pointer}
.worse{color:var(--worse);font-weight:600}
.series{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27rem),1fr));gap:1.25rem;margin-top:1rem}
figure{margin:0;padding:.9rem;background:var(--surface);border:1px solid var(--line);border-radius:4px;min-width:0}
.chart{display:block;width:100%;height:auto;margin:.5rem 0}
.chart text{font:14px system-ui,'Liberation Sans',sans-serif;fill:var(--muted)}
.chart .mark{text-anchor:end}
.chart .when{text-anchor:middle}
.chart .grid{stroke:var(--grid)}
.chart .cut{stroke:var(--rival);stroke-dasharray:2 3}
.chart .known{fill:var(--ink)}
.chart .ninety,.key .ninety{fill:var(--model-band);stroke:var(--model-edge);stroke-width:1}
.chart .half,.key .half{fill:var(--model-edge)}
.chart .middle{stroke:var(--surface);stroke-width:2}
.chart .prior,.key .prior{fill:none;stroke:var(--rival);stroke-dasharray:3 2}
.chart .prior-middle{stroke:var(--rival);stroke-width:2}
.chart .whisker{stroke:var(--rival);stroke-width:1}
.chart .last,.key .last{fill:var(--rival)}
.chart .trend,.key .trend{fill:var(--surface);stroke:var(--rival);stroke-width:1.5}
.chart line.told{stroke:var(--told);stroke-width:2}
.chart path.told,.key .told{fill:var(--told)}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;padding:0;list-style:none;font-size:.875rem;max-width:none}
.key li{display:flex;align-items:center;gap:.4rem}
.key svg{width:18px;height:18px;flex:none}
.key .known{fill:var(--ink)}
@media print{:root{--paper:#fff;--surface:#fff}figure{break-inside:avoid}.wide{overflow:visible}}
@media (forced-colors:active){:root{--paper:Canvas;--surface:Canvas;--ink:CanvasText;--muted:CanvasText;--line:CanvasText;
--model:CanvasText;--model-edge:CanvasText;--model-band:Canvas;--told:Highlight;--rival:CanvasText;--grid:GrayText;
--worse:CanvasText;--link:LinkText}}
)";

}  // namespace tumen
