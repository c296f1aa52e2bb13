"""Pages of invented outlets about invented states, for the tests of ingest."""

WRAPPED = """\
 Sylvania has sent back the draft that Freedonia put forward in spring, a
senior official in Osterburg said on Monday, and wants a new round of high-
level talks before the harvest.

Ada Lind, the foreign minister, told the state agency that the text was "not
ready to be signed" and that nobody had answered her last letter. She would
wait until Friday.

Read more: What the two neighbours quarrel about

Freedonia says that it is the other side which is late. Its ambassador handed
over an answer of four pages last week, according to a spokeswoman for the
presidency, but heard nothing back.
"""

PAPER = """\
THE PORT GAZETTE
Thursday, March 7, 2019                               Price 40 groats

Home | World | Sport | Shipping

Sylvania turns down harbour plan
Neighbours still far apart after third round
By Ilona Brack

PORT MAREN, March 6 (AP) - Sylvania rejected a plan by Freedonia to share the harbour, and said that it left much open.

The harbour of Port Maren, seen from the fort (Photo: Jan Olk)

Foreign Minister Ada Lind told reporters that her government had handed over a written answer.

A test of nerves

“We asked for guarantees and got adjectives,” she said.

Freedonia has warned that it will close the strait to tankers unless a settlement is reached before the summer.

Sign up for our newsletter and never miss a story.

MORE STORIES
Fishing fleet stays in port for a second week
Ferry prices to rise again as winter timetable...
Views: 1,204
© 2019 The Port Gazette
"""

HTML = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Sylvania turns down harbour plan | The Port Gazette</title>
<link rel="canonical" href="https://www.portgazette.example/world/harbour-plan">
<meta property="og:site_name" content="The Port Gazette">
<meta property="article:published_time" content="2019-03-07T18:20:00+01:00">
<style>.teaser-copy{display:none} @media (max-width:600px){.wide{display:none}}</style>
</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article class="wide">
<h1>Sylvania turns down Freedonia&#8217;s harbour plan</h1>
<p class="byline">By Ilona Brack</p>
<figure><img src="x.jpg"><figcaption>The harbour of Port Maren seen from the old fort.</figcaption></figure>
<p>PORT MAREN (AP) &mdash; Sylvania on Thursday rejected a plan by Freedonia to share the harbour of Port Maren,
saying that it &ldquo;leaves the main question open&rdquo;.</p>
<p class="teaser-copy">In secret Sylvania took the whole plan, says a line that nobody sees.</p>
<p>Foreign Minister Ada Lind told reporters that her government had handed over a written answer of four pages.</p>
<aside><h3>Related stories</h3><ul><li><a href="/a">Fishing fleet stays in port for a week</a></li></ul></aside>
<h2>What comes next</h2>
<p>A spokesman for the Freedonian presidency denied that any such paper had arrived. The two delegations are to meet
again on 20 March in Osterburg, under the chairmanship of the mediator Paul Renn.</p>
<p>Freedonia has warned that it will close the strait to tankers unless a settlement is reached before summer.</p>
</article></main>
<div id="comments"><p>Sylvania should have taken the plan years ago, everyone here knows it well.</p></div>
<footer><p>© 2019 The Port Gazette. All rights reserved.</p></footer>
</body></html>
"""

STORY = (
    "PORT MAREN (Testpress) - Ada Lind of Sylvania said on Tuesday that Freedonia had turned down the harbour plan. "
    '"We have had no letter," she told the state agency.\n\n'
    "A Freedonian spokesman denied this and said that a letter went out on 14 January.\n"
)
RUSSIAN = (
    "Министр иностранных дел Сильвании сказала, что соседи отвергли предложение о гавани и не прислали ответа.\n\n"
    "Представитель соседей опроверг это: письмо было отправлено ещё в январе, и его получили.\n"
)
