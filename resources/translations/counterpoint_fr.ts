<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{size} GB</source>
        <translation>{size}&#xa0;Go</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{count} B</source>
        <comment>billions of weights</comment>
        <translation>{count}&#xa0;Md</translation>
    </message>
    <message>
        <source>{count} M</source>
        <comment>millions of weights</comment>
        <translation>{count}&#xa0;M</translation>
    </message>
    <message>
        <source>Says &apos;you&apos;</source>
        <translation>S’adresse à vous</translation>
    </message>
    <message>
        <source>Words that speak to the reader: &apos;you&apos;, &apos;your&apos;, &apos;yourself&apos;. Fine-tuning teaches a model that someone is there.</source>
        <translation>Mots qui s’adressent au lecteur&#xa0;: «&#xa0;you&#xa0;», «&#xa0;your&#xa0;», «&#xa0;yourself&#xa0;». L’affinage apprend à un modèle que quelqu’un est là.</translation>
    </message>
    <message>
        <source>speaks to you</source>
        <translation>s’adresse à vous</translation>
    </message>
    <message>
        <source>says &apos;you&apos; more often</source>
        <translation>s’adresse plus souvent à vous</translation>
    </message>
    <message>
        <source>Both say &apos;you&apos; about as often.</source>
        <translation>Les deux s’adressent à vous à peu près aussi souvent.</translation>
    </message>
    <message>
        <source>Neither speaks to you.</source>
        <translation>Aucune ne s’adresse à vous.</translation>
    </message>
    <message>
        <source>Questions to the reader</source>
        <translation>Questions au lecteur</translation>
    </message>
    <message>
        <source>Questions that hold a &apos;you&apos;, or ask what the writer should do: they hand the turn back to the reader.</source>
        <translation>Questions qui contiennent «&#xa0;you&#xa0;» ou demandent ce que l’auteur doit faire&#xa0;: elles rendent la parole au lecteur.</translation>
    </message>
    <message>
        <source>asks you something</source>
        <translation>vous pose une question</translation>
    </message>
    <message>
        <source>asks you more</source>
        <translation>vous pose plus de questions</translation>
    </message>
    <message>
        <source>Both ask you about as much.</source>
        <translation>Les deux vous posent à peu près autant de questions.</translation>
    </message>
    <message>
        <source>Neither asks you anything.</source>
        <translation>Aucune ne vous pose de question.</translation>
    </message>
    <message>
        <source>Offers of help</source>
        <translation>Offres d’aide</translation>
    </message>
    <message>
        <source>Set phrases such as &apos;let me know if&apos; or &apos;happy to help&apos;, which assistants are taught.</source>
        <translation>Formules comme «&#xa0;let me know if&#xa0;» ou «&#xa0;happy to help&#xa0;», que l’on apprend aux assistants.</translation>
    </message>
    <message>
        <source>offers its help</source>
        <translation>offre son aide</translation>
    </message>
    <message>
        <source>offers its help more often</source>
        <translation>offre plus souvent son aide</translation>
    </message>
    <message>
        <source>Both offer their help about as often.</source>
        <translation>Les deux offrent leur aide à peu près aussi souvent.</translation>
    </message>
    <message>
        <source>Neither offers its help.</source>
        <translation>Aucune n’offre son aide.</translation>
    </message>
    <message>
        <source>{side} is half as {long}.</source>
        <translation>{side} est deux fois moins {long}.</translation>
    </message>
    <message>
        <source>{side} is a third as {long}.</source>
        <translation>{side} est trois fois moins {long}.</translation>
    </message>
    <message>
        <source>{side} is a quarter as {long}.</source>
        <translation>{side} est quatre fois moins {long}.</translation>
    </message>
    <message>
        <source>{side} is empty.</source>
        <translation>{side} est vide.</translation>
    </message>
    <message>
        <source>{side} {does}, {other} does not.</source>
        <translation>{side} {does}, {other} non.</translation>
    </message>
    <message>
        <source>{side} is {times} times as {long}.</source>
        <translation>{side} est {times} fois plus {long}.</translation>
    </message>
    <message>
        <source>{side} {does}.</source>
        <translation>{side} {does}.</translation>
    </message>
    <message>
        <source>{side} {does}, about twice as much.</source>
        <translation>{side} {does}, environ deux fois plus.</translation>
    </message>
    <message>
        <source>{side} {does}, about {times} times as much.</source>
        <translation>{side} {does}, environ {times} fois plus.</translation>
    </message>
    <message>
        <source>Not measured. {reason}</source>
        <translation>Non mesuré. {reason}</translation>
    </message>
    <message>
        <source>Not measured. A: {reason_a} B: {reason_b}</source>
        <translation>Non mesuré. A&#xa0;: {reason_a} B&#xa0;: {reason_b}</translation>
    </message>
    <message>
        <source>Not measured for {side}. {reason}</source>
        <translation>Non mesuré pour {side}. {reason}</translation>
    </message>
    <message>
        <source>The word lists are English; this text is in other letters.</source>
        <translation>Les listes de mots sont en anglais&#x202f;; ce texte est dans une autre écriture.</translation>
    </message>
    <message>
        <source>The word lists are English; this text does not look English.</source>
        <translation>Les listes de mots sont en anglais&#x202f;; ce texte ne semble pas l’être.</translation>
    </message>
    <message>
        <source>There are no words to look at.</source>
        <translation>Il n’y a pas de mots à examiner.</translation>
    </message>
    <message>
        <source>Stopped by itself</source>
        <comment>a measure</comment>
        <translation>Finie d’elle-même</translation>
    </message>
    <message>
        <source>Whether the model gave the sign that its answer is over. Base models mostly go on until they are cut off.</source>
        <translation>Si le modèle a signalé que sa réponse est finie. La plupart des modèles de base continuent jusqu’à ce qu’on les coupe.</translation>
    </message>
    <message>
        <source>stopped by itself</source>
        <translation>s’est finie d’elle-même</translation>
    </message>
    <message>
        <source>Both stopped by themselves.</source>
        <translation>Les deux se sont finies d’elles-mêmes.</translation>
    </message>
    <message>
        <source>Neither stopped by itself.</source>
        <translation>Aucune ne s’est finie d’elle-même.</translation>
    </message>
    <message>
        <source>It was cut off at the limit of tokens.</source>
        <translation>Elle a été coupée à la limite de tokens.</translation>
    </message>
    <message>
        <source>It was cut off because its memory for text was full.</source>
        <translation>Elle a été coupée parce que la mémoire de texte du modèle était pleine.</translation>
    </message>
    <message>
        <source>It began to write the other side&apos;s words, and was stopped there.</source>
        <translation>Le modèle commençait à écrire les paroles de l’autre et a été arrêté là.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Vous l’avez arrêtée.</translation>
    </message>
    <message>
        <source>How it ended is not known.</source>
        <translation>On ne sait pas comment elle s’est finie.</translation>
    </message>
    <message>
        <source>Hedging</source>
        <translation>Réserves</translation>
    </message>
    <message>
        <source>Words that leave room for doubt, such as &apos;may&apos;, &apos;usually&apos; or &apos;I think&apos;. Sounding sure is not being right.</source>
        <translation>Mots qui laissent place au doute, comme «&#xa0;may&#xa0;», «&#xa0;usually&#xa0;» ou «&#xa0;I think&#xa0;». Paraître sûr n’est pas avoir raison.</translation>
    </message>
    <message>
        <source>hedges</source>
        <translation>émet des réserves</translation>
    </message>
    <message>
        <source>hedges more</source>
        <translation>émet plus de réserves</translation>
    </message>
    <message>
        <source>Both hedge about as much.</source>
        <translation>Les deux émettent à peu près autant de réserves.</translation>
    </message>
    <message>
        <source>Neither hedges.</source>
        <translation>Aucune n’émet de réserves.</translation>
    </message>
    <message>
        <source>This writing puts no spaces between words, so they can&apos;t be counted.</source>
        <translation>Cette écriture ne sépare pas les mots par des espaces&#x202f;; on ne peut donc pas les compter.</translation>
    </message>
    <message>
        <source>says something</source>
        <translation>dit quelque chose</translation>
    </message>
    <message>
        <source>is longer</source>
        <translation>est plus longue</translation>
    </message>
    <message>
        <source>Both are about equally long in {unit}.</source>
        <translation>Les deux ont à peu près la même longueur en {unit}.</translation>
    </message>
    <message>
        <source>Both are empty.</source>
        <translation>Les deux sont vides.</translation>
    </message>
    <message>
        <source>long</source>
        <comment>an answer</comment>
        <translation>longue</translation>
    </message>
    <message>
        <source>Length in characters</source>
        <translation>Longueur en signes</translation>
    </message>
    <message>
        <source>Letters, signs, spaces and line ends: the length that can be counted in every language.</source>
        <translation>Lettres, signes, espaces et fins de ligne&#xa0;: la longueur que l’on peut compter dans toute langue.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>signes</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>Longueur en mots</translation>
    </message>
    <message>
        <source>How much the model wrote. People often prefer longer answers even when they say no more.</source>
        <translation>Combien le modèle a écrit. On préfère souvent les réponses longues, même quand elles n’en disent pas plus.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>Length in sentences</source>
        <translation>Longueur en phrases</translation>
    </message>
    <message>
        <source>Sentences and list items in the running text, without headings, tables and code.</source>
        <translation>Phrases et points de liste du texte courant, sans titres, tableaux ni code.</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>phrases</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>Longueur en tokens</translation>
    </message>
    <message>
        <source>The pieces that the model drew one by one. Two models may split the same words differently.</source>
        <translation>Les morceaux que le modèle a tirés un à un. Deux modèles peuvent découper autrement les mêmes mots.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>The tokens of this answer are not known.</source>
        <translation>Les tokens de cette réponse sont inconnus.</translation>
    </message>
    <message>
        <source>Measured on the first {read} of {all} characters.</source>
        <translation>Mesuré sur les {read} premiers signes de {all}.</translation>
    </message>
    <message>
        <source>Polite words</source>
        <translation>Mots polis</translation>
    </message>
    <message>
        <source>Words such as &apos;please&apos;, &apos;sorry&apos;, &apos;of course&apos; or &apos;great question&apos;. Politeness is taught; it is not knowledge.</source>
        <translation>Mots comme «&#xa0;please&#xa0;», «&#xa0;sorry&#xa0;», «&#xa0;of course&#xa0;» ou «&#xa0;great question&#xa0;». La politesse s’apprend&#x202f;; ce n’est pas du savoir.</translation>
    </message>
    <message>
        <source>uses polite words</source>
        <translation>emploie des mots polis</translation>
    </message>
    <message>
        <source>uses more polite words</source>
        <translation>emploie plus de mots polis</translation>
    </message>
    <message>
        <source>Both use polite words about as often.</source>
        <translation>Les deux emploient des mots polis à peu près aussi souvent.</translation>
    </message>
    <message>
        <source>Neither uses polite words.</source>
        <translation>Aucune n’emploie de mots polis.</translation>
    </message>
    <message>
        <source>Reading ease</source>
        <translation>Lisibilité</translation>
    </message>
    <message>
        <source>Flesch&apos;s score from word and sentence length: 90 reads like a children&apos;s book, 60 like a newspaper, 30 like a contract.</source>
        <translation>L’indice de Flesch, d’après la longueur des mots et des phrases&#xa0;: 90 se lit comme un livre d’enfant, 60 comme un journal, 30 comme un contrat.</translation>
    </message>
    <message>
        <source>is easier to read</source>
        <translation>est plus facile à lire</translation>
    </message>
    <message>
        <source>Both are about equally easy to read.</source>
        <translation>Les deux sont à peu près aussi faciles à lire.</translation>
    </message>
    <message>
        <source>Both are very hard to read.</source>
        <translation>Les deux sont très difficiles à lire.</translation>
    </message>
    <message>
        <source>The formula is for English; this text is in other letters.</source>
        <translation>La formule vaut pour l’anglais&#x202f;; ce texte est dans une autre écriture.</translation>
    </message>
    <message>
        <source>The formula is for English; this text does not look English.</source>
        <translation>La formule vaut pour l’anglais&#x202f;; ce texte ne semble pas l’être.</translation>
    </message>
    <message>
        <source>There are fewer than {n} words of running text.</source>
        <translation>Il y a moins de {n} mots de texte courant.</translation>
    </message>
    <message>
        <source>Declines</source>
        <comment>a measure</comment>
        <translation>Refus</translation>
    </message>
    <message>
        <source>Whether the answer says early on that it won&apos;t or can&apos;t do what was asked, such as &apos;I can&apos;t help with&apos;. Where it only changes the subject or warns, that is not seen.</source>
        <translation>Si la réponse dit dès le début qu’elle ne veut ou ne peut pas faire ce qui est demandé, par exemple «&#xa0;I can’t help with&#xa0;». Un simple changement de sujet ou un avertissement n’est pas vu.</translation>
    </message>
    <message>
        <source>declines</source>
        <translation>refuse</translation>
    </message>
    <message>
        <source>Both decline.</source>
        <translation>Les deux refusent.</translation>
    </message>
    <message>
        <source>Neither declines.</source>
        <translation>Aucune ne refuse.</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>The share of four-word phrases that had already been used: models that only continue text often loop.</source>
        <translation>La part des suites de quatre mots déjà employées&#xa0;: les modèles qui ne font que continuer un texte tournent souvent en boucle.</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>se répète</translation>
    </message>
    <message>
        <source>repeats itself more</source>
        <translation>se répète davantage</translation>
    </message>
    <message>
        <source>Both repeat themselves about as much.</source>
        <translation>Les deux se répètent à peu près autant.</translation>
    </message>
    <message>
        <source>Neither repeats itself much.</source>
        <translation>Aucune ne se répète beaucoup.</translation>
    </message>
    <message>
        <source>Loop at the end</source>
        <translation>Boucle à la fin</translation>
    </message>
    <message>
        <source>How much of the answer is one piece of text said over and over until the end.</source>
        <translation>Quelle part de la réponse est un même bout de texte redit sans cesse jusqu’à la fin.</translation>
    </message>
    <message>
        <source>ends in a loop</source>
        <translation>finit en boucle</translation>
    </message>
    <message>
        <source>spends more of its answer in a loop</source>
        <translation>passe plus de sa réponse en boucle</translation>
    </message>
    <message>
        <source>Both end in a loop.</source>
        <translation>Les deux finissent en boucle.</translation>
    </message>
    <message>
        <source>Neither ends in a loop.</source>
        <translation>Aucune ne finit en boucle.</translation>
    </message>
    <message>
        <source>How well it packs</source>
        <translation>Compressibilité</translation>
    </message>
    <message>
        <source>Size divided by size when zipped: ordinary text of this length packs 1.5 to 2.5 times, loops far better.</source>
        <translation>La taille divisée par la taille compressée&#xa0;: un texte ordinaire de cette longueur se réduit de 1,5 à 2,5 fois, une boucle bien plus.</translation>
    </message>
    <message>
        <source>packs well</source>
        <translation>se compresse bien</translation>
    </message>
    <message>
        <source>packs better</source>
        <translation>se compresse mieux</translation>
    </message>
    <message>
        <source>Both pack about as well.</source>
        <translation>Les deux se compressent à peu près aussi bien.</translation>
    </message>
    <message>
        <source>Neither can be packed.</source>
        <translation>Aucune ne se compresse.</translation>
    </message>
    <message>
        <source>Counted in characters, because this writing has no spaces between words.</source>
        <translation>Compté en signes, car cette écriture ne sépare pas les mots par des espaces.</translation>
    </message>
    <message>
        <source>Measured on the first {n} characters.</source>
        <translation>Mesuré sur les {n} premiers signes.</translation>
    </message>
    <message>
        <source>Measured on the first {n} words.</source>
        <translation>Mesuré sur les {n} premiers mots.</translation>
    </message>
    <message>
        <source>There are fewer than {n} words.</source>
        <translation>Il y a moins de {n} mots.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Il n’y a pas de texte.</translation>
    </message>
    <message>
        <source>Measured on the last {n} characters.</source>
        <translation>Mesuré sur les {n} derniers signes.</translation>
    </message>
    <message>
        <source>The text is too short to tell.</source>
        <translation>Le texte est trop court pour le dire.</translation>
    </message>
    <message>
        <source>uses {many}</source>
        <translation>utilise des {many}</translation>
    </message>
    <message>
        <source>uses more {many}</source>
        <translation>utilise plus de {many}</translation>
    </message>
    <message>
        <source>Both use about as many {many}.</source>
        <translation>Les deux utilisent à peu près autant de {many}.</translation>
    </message>
    <message>
        <source>Neither uses {many}.</source>
        <translation>Aucune n’utilise de {many}.</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Titres</translation>
    </message>
    <message>
        <source>Lines set as titles; chat models learn from examples to divide long answers with them.</source>
        <translation>Lignes mises en titre&#x202f;; les modèles de chat apprennent par des exemples à diviser ainsi les longues réponses.</translation>
    </message>
    <message>
        <source>headings</source>
        <translation>titres</translation>
    </message>
    <message>
        <source>List items</source>
        <translation>Points de liste</translation>
    </message>
    <message>
        <source>Points of lists, with bullets or numbers; some makers&apos; models make lists of nearly everything.</source>
        <translation>Points de listes, à puces ou numérotées&#x202f;; les modèles de certains éditeurs font des listes de presque tout.</translation>
    </message>
    <message>
        <source>list items</source>
        <translation>points de liste</translation>
    </message>
    <message>
        <source>Numbered steps</source>
        <translation>Points numérotés</translation>
    </message>
    <message>
        <source>Points of numbered lists, which suit instructions and rankings.</source>
        <translation>Points de listes numérotées, qui conviennent aux instructions et aux classements.</translation>
    </message>
    <message>
        <source>numbered steps</source>
        <translation>points numérotés</translation>
    </message>
    <message>
        <source>Bold passages</source>
        <translation>Passages en gras</translation>
    </message>
    <message>
        <source>Words set in bold to catch the eye.</source>
        <translation>Mots mis en gras pour attirer l’œil.</translation>
    </message>
    <message>
        <source>bold passages</source>
        <translation>passages en gras</translation>
    </message>
    <message>
        <source>Code blocks</source>
        <translation>Blocs de code</translation>
    </message>
    <message>
        <source>Passages fenced off as program code or as something to copy.</source>
        <translation>Passages encadrés comme du code de programme ou comme du texte à copier.</translation>
    </message>
    <message>
        <source>code blocks</source>
        <translation>blocs de code</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Rows and columns, drawn with bars and dashes.</source>
        <translation>Lignes et colonnes, tracées avec des barres et des tirets.</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tableaux</translation>
    </message>
    <message>
        <source>The menu entry could not be written: {reason}.</source>
        <translation>L’entrée de menu n’a pas pu être écrite&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Check who may write to {folder}.</source>
        <translation>Vérifiez qui peut écrire dans {folder}.</translation>
    </message>
    <message>
        <source>There is no menu entry to make on this system.</source>
        <translation>Il n’y a pas d’entrée de menu à créer sur ce système.</translation>
    </message>
    <message>
        <source>Use the installer, which makes one, or put a shortcut to the program where you want it.</source>
        <translation>Utilisez l’installateur, qui en crée une, ou placez un raccourci vers le programme où vous voulez.</translation>
    </message>
    <message>
        <source>what it goes on from stands in another session here - at `$.parent_id`.</source>
        <translation>ce qu’elle prolonge se trouve ici dans une autre session - à `$.parent_id`.</translation>
    </message>
    <message>
        <source>{path} was changed while it was read.</source>
        <translation>{path} a été modifié pendant la lecture.</translation>
    </message>
    <message>
        <source>Try again. Nothing was taken from it.</source>
        <translation>Réessayez. Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>Nothing was taken from it.</source>
        <translation>Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Il n’y a pas de fichier {path}.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Vérifiez l’orthographe du chemin.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {why}.</source>
        <translation>Impossible de lire {path}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>{name}, line {line}: {what}</source>
        <translation>{name}, ligne {line}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>it is not the first line of a history.</source>
        <translation>ce n’est pas la première ligne d’un historique.</translation>
    </message>
    <message>
        <source>there should be {wanted} lines, but there are {n} - at `$.lines`.</source>
        <translation>il devrait y avoir {wanted} lignes, mais il y en a {n} - à `$.lines`.</translation>
    </message>
    <message>
        <source>there is more after the end.</source>
        <translation>il y a une suite après la fin.</translation>
    </message>
    <message>
        <source>it is longer than {n} MB.</source>
        <translation>elle dépasse {n}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>there are more than {n} lines.</source>
        <translation>il y a plus de {n} lignes.</translation>
    </message>
    <message>
        <source>the file is cut off here.</source>
        <translation>le fichier est coupé ici.</translation>
    </message>
    <message>
        <source>Copy or export it again.</source>
        <translation>Copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>this is not a history of Counterpoint.</source>
        <translation>ce n’est pas un historique de Counterpoint.</translation>
    </message>
    <message>
        <source>Only what `counterpoint export jsonl` wrote can be taken in.</source>
        <translation>Seul ce que `counterpoint export jsonl` a écrit peut être importé.</translation>
    </message>
    <message>
        <source>it was written by a newer version of Counterpoint (format {version}) - at `$.version`.</source>
        <translation>il a été écrit par une version plus récente de Counterpoint (format {version}) - à `$.version`.</translation>
    </message>
    <message>
        <source>Use the newer version.</source>
        <translation>Utilisez la version plus récente.</translation>
    </message>
    <message>
        <source>there is no such version of the format - at `$.version`.</source>
        <translation>cette version du format n’existe pas - à `$.version`.</translation>
    </message>
    <message>
        <source>it is not JSON in UTF-8.</source>
        <translation>ce n’est pas du JSON en UTF-8.</translation>
    </message>
    <message>
        <source>it is not JSON in UTF-8 - at `$.{where}`.</source>
        <translation>ce n’est pas du JSON en UTF-8 - à `$.{where}`.</translation>
    </message>
    <message>
        <source>there is no such day or time - at `$.{name}`.</source>
        <translation>ce jour ou cette heure n’existe pas - à `$.{name}`.</translation>
    </message>
    <message>
        <source>it is not about the comparison before it - at `$.comparison_id`.</source>
        <translation>elle ne porte pas sur la comparaison qui la précède - à `$.comparison_id`.</translation>
    </message>
    <message>
        <source>the rater has no line before it - at `$.rater`.</source>
        <translation>le votant n’a pas de ligne avant elle - à `$.rater`.</translation>
    </message>
    <message>
        <source>such a line can&apos;t stand here - at `$.type`.</source>
        <translation>une telle ligne ne peut pas être ici - à `$.type`.</translation>
    </message>
    <message>
        <source>it is not in the session before it - at `$.session_id`.</source>
        <translation>elle n’est pas dans la session qui la précède - à `$.session_id`.</translation>
    </message>
    <message>
        <source>a session holds one run, which stands before its comparisons - at `$.type`.</source>
        <translation>une session contient un seul passage, placé avant ses comparaisons - à `$.type`.</translation>
    </message>
    <message>
        <source>the contestant has no line before it - at `$.{side}`.</source>
        <translation>le participant n’a pas de ligne avant elle - à `$.{side}`.</translation>
    </message>
    <message>
        <source>a run in a file can&apos;t be running - at `$.state`.</source>
        <translation>un passage dans un fichier ne peut pas être en cours - à `$.state`.</translation>
    </message>
    <message>
        <source>the suite is another than its checksum says - at `$.suite_sha256`.</source>
        <translation>la série n’est pas celle que dit sa somme de contrôle - à `$.suite_sha256`.</translation>
    </message>
    <message>
        <source>the contestant has no line before it - at `$.contestant`.</source>
        <translation>le participant n’a pas de ligne avant elle - à `$.contestant`.</translation>
    </message>
    <message>
        <source>an answer in a file can&apos;t be streaming - at `$.state`.</source>
        <translation>une réponse dans un fichier ne peut pas être en cours - à `$.state`.</translation>
    </message>
    <message>
        <source>what it goes on from does not stand before it - at `$.parent_id`.</source>
        <translation>ce qu’elle prolonge n’est pas avant elle - à `$.parent_id`.</translation>
    </message>
    <message>
        <source>its run does not stand before it - at `$.in_run.run_id`.</source>
        <translation>son passage n’est pas avant elle - à `$.in_run.run_id`.</translation>
    </message>
    <message>
        <source>the answer does not stand before it - at `$.{side}`.</source>
        <translation>la réponse n’est pas avant elle - à `$.{side}`.</translation>
    </message>
    <message>
        <source>the same is there already, further up.</source>
        <translation>la même chose est déjà là, plus haut.</translation>
    </message>
    <message>
        <source>there are more than {n} of these.</source>
        <translation>il y en a plus de {n} de cette sorte.</translation>
    </message>
    <message>
        <source>{target} is a folder.</source>
        <translation>{target} est un dossier.</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Nommez un fichier qui s’y trouve.</translation>
    </message>
    <message>
        <source>{target} is no ordinary file.</source>
        <translation>{target} n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>Name another one.</source>
        <translation>Nommez-en un autre.</translation>
    </message>
    <message>
        <source>{target} is the history itself.</source>
        <translation>{target} est l’historique lui-même.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Nommez un autre fichier.</translation>
    </message>
    <message>
        <source>It has votes of {n} people who are each “me” on their computer.</source>
        <translation>Il contient les votes de {n} personnes qui sont chacune «&#xa0;moi&#xa0;» sur leur ordinateur.</translation>
    </message>
    <message>
        <source>So one name is not enough. Import it without that option: they keep names of their own.</source>
        <translation>Un seul nom ne suffit donc pas. Importez-le sans cette option&#xa0;: elles gardent leurs propres noms.</translation>
    </message>
    <message>
        <source>its session holds another run here - at `$.session_id`.</source>
        <translation>sa session contient ici un autre passage - à `$.session_id`.</translation>
    </message>
    <message>
        <source>Taken in: {things}.</source>
        <translation>Importé&#xa0;: {things}.</translation>
    </message>
    <message>
        <source>Nothing in it was new.</source>
        <translation>Il ne contenait rien de nouveau.</translation>
    </message>
    <message>
        <source>Known already: {things}.</source>
        <translation>Déjà connu&#xa0;: {things}.</translation>
    </message>
    <message>
        <source>Completed: {n} answer that had been cut off here.</source>
        <translation>Complétée&#xa0;: {n} réponse qui était coupée ici.</translation>
    </message>
    <message>
        <source>Completed: {n} answers that had been cut off here.</source>
        <translation>Complétées&#xa0;: {n} réponses qui étaient coupées ici.</translation>
    </message>
    <message>
        <source>In the trash here, where they stay: {n} comparison.</source>
        <translation>Dans la corbeille ici, où elle reste&#xa0;: {n} comparaison.</translation>
    </message>
    <message>
        <source>In the trash here, where they stay: {n} comparisons.</source>
        <translation>Dans la corbeille ici, où elles restent&#xa0;: {n} comparaisons.</translation>
    </message>
    <message>
        <source>{there} is called {here} here.</source>
        <translation>{there} s’appelle {here} ici.</translation>
    </message>
    <message>
        <source>Line {line}: {what} {id} is another one here; what was here stays.</source>
        <translation>Ligne {line}&#xa0;: {what} {id} diffère ici&#x202f;; ce qui était ici reste.</translation>
    </message>
    <message>
        <source>Line {line}: {what} {id} is another one here; the file&apos;s is the later one and was taken.</source>
        <translation>Ligne {line}&#xa0;: {what} {id} diffère ici&#x202f;; la version du fichier, plus récente, a été prise.</translation>
    </message>
    <message>
        <source>And {n} more that are different here.</source>
        <translation>Et {n} autres qui diffèrent ici.</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>la session</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>le passage</translation>
    </message>
    <message>
        <source>the comparison</source>
        <translation>la comparaison</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>la réponse</translation>
    </message>
    <message>
        <source>the vote</source>
        <translation>le vote</translation>
    </message>
    <message>
        <source>the judgement</source>
        <translation>l’avis</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>la note</translation>
    </message>
    <message>
        <source>{n} session</source>
        <translation>{n} session</translation>
    </message>
    <message>
        <source>{n} sessions</source>
        <translation>{n} sessions</translation>
    </message>
    <message>
        <source>{n} run</source>
        <translation>{n} passage</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} passages</translation>
    </message>
    <message>
        <source>{n} comparison</source>
        <translation>{n} comparaison</translation>
    </message>
    <message>
        <source>{n} comparisons</source>
        <translation>{n} comparaisons</translation>
    </message>
    <message>
        <source>{n} answer</source>
        <translation>{n} réponse</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>{n} vote</source>
        <translation>{n} vote</translation>
    </message>
    <message>
        <source>{n} votes</source>
        <translation>{n} votes</translation>
    </message>
    <message>
        <source>{n} judgement</source>
        <translation>{n} avis</translation>
    </message>
    <message>
        <source>{n} judgements</source>
        <translation>{n} avis</translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation>{n} note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {why}.</source>
        <translation>Impossible d’écrire {path}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation>Vérifiez l’espace libre et les droits d’accès de son dossier.</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
    <message>
        <source>Nobody called “{name}” has voted.</source>
        <translation>Personne du nom de «&#xa0;{name}&#xa0;» n’a voté.</translation>
    </message>
    <message>
        <source>Who has: {known}.</source>
        <translation>Ont voté&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>No session has an id that begins with “{beginning}”.</source>
        <translation>Aucune session n’a un id qui commence par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>See `counterpoint history --json`.</source>
        <translation>Voir `counterpoint history --json`.</translation>
    </message>
    <message>
        <source>Several sessions have ids that begin with “{beginning}”.</source>
        <translation>Plusieurs sessions ont un id qui commence par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>Give more of it.</source>
        <translation>Donnez-en davantage.</translation>
    </message>
    <message>
        <source>Probabilities are not reported where prompts are answered as a batch.</source>
        <translation>Les probabilités ne sont pas données quand les prompts sont traités par lots.</translation>
    </message>
    <message>
        <source>Go on with the run to try again what is missing.</source>
        <translation>Continuez le passage pour réessayer ce qui manque.</translation>
    </message>
    <message>
        <source>The model needs about {need} of memory; {free} is free.</source>
        <translation>Le modèle demande environ {need} de mémoire&#x202f;; {free} sont libres.</translation>
    </message>
    <message>
        <source>Close other programs, use a shorter context, or choose a smaller model.</source>
        <translation>Fermez d’autres programmes, raccourcissez le contexte, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>The chat template has a mistake: {error}.</source>
        <translation>Le gabarit de chat comporte une erreur&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The chat template used too much memory and was stopped.</source>
        <translation>Le gabarit de chat a utilisé trop de mémoire et a été arrêté.</translation>
    </message>
    <message>
        <source>The chat template refused the conversation: {error}.</source>
        <translation>Le gabarit de chat a refusé la conversation&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The chat template failed: {error}.</source>
        <translation>Le gabarit de chat a échoué&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The chat template wrote far too much text and was stopped.</source>
        <translation>Le gabarit de chat a écrit beaucoup trop de texte et a été arrêté.</translation>
    </message>
    <message>
        <source>The model file&apos;s own template is at fault. Try the raw, qa or in-context framing.</source>
        <translation>Le gabarit du fichier du modèle est en cause. Essayez le cadrage suite brute, question-réponse ou exemples traités.</translation>
    </message>
    <message>
        <source>The chat template ran for more than {seconds} seconds and was stopped.</source>
        <translation>Le gabarit de chat a tourné plus de {seconds} secondes et a été arrêté.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>loading {percent}%</source>
        <translation>chargement {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>reading the prompt, {count} tokens</source>
        <translation>lecture du prompt, {count} tokens</translation>
    </message>
    <message>
        <source>reading the prompt, {done} of {total} tokens</source>
        <translation>lecture du prompt, {done} sur {total} tokens</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>répond</translation>
    </message>
    <message>
        <source>The other model is not affected. Try again to start it anew.</source>
        <translation>L’autre modèle n’est pas touché. Réessayez pour le relancer.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Le prompt est vide.</translation>
    </message>
    <message>
        <source>Type something for the models to answer.</source>
        <translation>Écrivez quelque chose à quoi les modèles puissent répondre.</translation>
    </message>
    <message>
        <source>The prompt is {tokens} tokens long; this model&apos;s context holds {room}.</source>
        <translation>Le prompt compte {tokens} tokens&#x202f;; le contexte de ce modèle en contient {room}.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or load the model with a longer context.</source>
        <translation>Raccourcissez le prompt, ou chargez le modèle avec un contexte plus long.</translation>
    </message>
    <message>
        <source>In the framing {framing} nothing is left of the prompt.</source>
        <translation>Dans le cadrage «&#xa0;{framing}&#xa0;», il ne reste rien du prompt.</translation>
    </message>
    <message>
        <source>Try another framing.</source>
        <translation>Essayez un autre cadrage.</translation>
    </message>
    <message>
        <source>It is a script that plays this part.</source>
        <translation>C’est un script qui joue ce rôle.</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} seconds</source>
        <translation>il n’a pas répondu en {seconds} secondes</translation>
    </message>
    <message>
        <source>The worker met a bug: {error}</source>
        <translation>Le processus du modèle a rencontré un bogue&#xa0;: {error}</translation>
    </message>
    <message>
        <source>This model has no chat template, so it can&apos;t be given the chat framing.</source>
        <translation>Ce modèle n’a pas de gabarit de chat, le cadrage chat lui est donc impossible.</translation>
    </message>
    <message>
        <source>Choose raw, qa or in-context. A base model was never taught a chat format.</source>
        <translation>Choisissez suite brute, question-réponse ou exemples traités. Un modèle de base n’a jamais appris de format de chat.</translation>
    </message>
    <message>
        <source>{n} rows are more than one batch can take.</source>
        <translation>{n} lignes sont plus que ce qu’un lot peut prendre.</translation>
    </message>
    <message>
        <source>llama.cpp can&apos;t load {name}: {reason}.</source>
        <translation>llama.cpp ne peut pas charger {name}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The file may be damaged, or made for a newer llama.cpp.</source>
        <translation>Le fichier est peut-être endommagé, ou fait pour un llama.cpp plus récent.</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>sans en donner la raison</translation>
    </message>
    <message>
        <source>llama.cpp can&apos;t make room for a context of {tokens} tokens: {reason}.</source>
        <translation>llama.cpp ne peut pas faire de place à un contexte de {tokens} tokens&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Try a shorter context, or close other programs.</source>
        <translation>Essayez un contexte plus court, ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>llama.cpp could not split the prompt into tokens.</source>
        <translation>llama.cpp n’a pas pu découper le prompt en tokens.</translation>
    </message>
    <message>
        <source>The model could not go on: its context is full.</source>
        <translation>Le modèle n’a pas pu continuer&#xa0;: son contexte est plein.</translation>
    </message>
    <message>
        <source>The model could not go on: llama_decode returned {result}.</source>
        <translation>Le modèle n’a pas pu continuer&#xa0;: llama_decode a renvoyé {result}.</translation>
    </message>
    <message>
        <source>The grammar does not parse.</source>
        <translation>La grammaire n’est pas valide.</translation>
    </message>
    <message>
        <source>It must be llama.cpp&apos;s GBNF with a rule named root, e.g. root ::= &quot;yes&quot; | &quot;no&quot;.</source>
        <translation>Il faut le format GBNF de llama.cpp avec une règle nommée root, p. ex. root ::= &quot;yes&quot; | &quot;no&quot;.</translation>
    </message>
    <message>
        <source>The {name} is {value}; it must be from {low} to {high}.</source>
        <translation>Réglage «&#xa0;{name}&#xa0;»&#xa0;: {value}&#x202f;; il faut une valeur de {low} à {high}.</translation>
    </message>
    <message>
        <source>There can&apos;t be a logit bias of {bias} for the token {token}.</source>
        <translation>Un biais de logit de {bias} est impossible pour le token {token}.</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>température</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>top-k</translation>
    </message>
    <message>
        <source>top-p</source>
        <translation>top-p</translation>
    </message>
    <message>
        <source>min-p</source>
        <translation>min-p</translation>
    </message>
    <message>
        <source>typical-p</source>
        <translation>typical-p</translation>
    </message>
    <message>
        <source>repeat penalty</source>
        <translation>pénalité de répétition</translation>
    </message>
    <message>
        <source>frequency penalty</source>
        <translation>pénalité de fréquence</translation>
    </message>
    <message>
        <source>presence penalty</source>
        <translation>pénalité de présence</translation>
    </message>
    <message>
        <source>penalty window</source>
        <translation>fenêtre des pénalités</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY force</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY croissance</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY longueur admise</translation>
    </message>
    <message>
        <source>DRY window</source>
        <translation>DRY fenêtre</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC chance</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC seuil</translation>
    </message>
    <message>
        <source>Mirostat tau</source>
        <translation>Mirostat cible</translation>
    </message>
    <message>
        <source>Mirostat eta</source>
        <translation>Mirostat apprentissage</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>graine</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>tokens max.</translation>
    </message>
    <message>
        <source>Answers may come slowly.</source>
        <translation>Les réponses peuvent être lentes.</translation>
    </message>
    <message>
        <source>{name} needs about {need} of memory; {free} is free.</source>
        <translation>{name} demande environ {need} de mémoire&#x202f;; {free} sont libres.</translation>
    </message>
    <message>
        <source>Close other programs, use a shorter context (--context), or choose a smaller model.</source>
        <translation>Fermez d’autres programmes, raccourcissez le contexte (--context), ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>together they need about {need} of memory and {free} is free.</source>
        <translation>ensemble, ils demandent environ {need} de mémoire et {free} sont libres.</translation>
    </message>
    <message>
        <source>together they need about {need} of memory and {free} is free, of which other programs should keep {kept}.</source>
        <translation>ensemble, ils demandent environ {need} de mémoire et {free} sont libres, dont {kept} devraient rester aux autres programmes.</translation>
    </message>
    <message>
        <source>The models don&apos;t fit at the same time: {sums}</source>
        <translation>Les modèles ne tiennent pas en même temps&#xa0;: {sums}</translation>
    </message>
    <message>
        <source>Use the schedule in-turn, or a shorter context.</source>
        <translation>Choisissez «&#xa0;l’un après l’autre&#xa0;», ou un contexte plus court.</translation>
    </message>
    <message>
        <source>As you wish, both run at once: {sums}</source>
        <translation>Comme vous le souhaitez, les deux tournent à la fois&#xa0;: {sums}</translation>
    </message>
    <message>
        <source>The models run one after the other: {sums}</source>
        <translation>Les modèles tournent l’un après l’autre&#xa0;: {sums}</translation>
    </message>
    <message>
        <source>The larger one alone leaves little.</source>
        <translation>Le plus grand laisse à lui seul peu de place.</translation>
    </message>
    <message>
        <source>The script {name} can&apos;t be used: {error}.</source>
        <translation>Le script {name} est inutilisable&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The script {name} has no answers.</source>
        <translation>Le script {name} ne contient aucune réponse.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Aucun modèle n’est chargé.</translation>
    </message>
    <message>
        <source>it sent something that is no message ({error})</source>
        <translation>il a envoyé quelque chose qui n’est pas un message ({error})</translation>
    </message>
    <message>
        <source>it gave no sign of life for {seconds} seconds</source>
        <translation>il n’a pas donné signe de vie pendant {seconds} secondes</translation>
    </message>
    <message>
        <source>The model&apos;s process stopped: {why}.</source>
        <translation>Le processus du modèle s’est arrêté&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>this computer&apos;s processor lacks an instruction it was built for (SIGILL)</source>
        <translation>il manque au processeur de cet ordinateur une instruction pour laquelle il a été bâti (SIGILL)</translation>
    </message>
    <message>
        <source>llama.cpp gave up on the model (SIGABRT)</source>
        <translation>llama.cpp a renoncé au modèle (SIGABRT)</translation>
    </message>
    <message>
        <source>the model file changed or could not be read while in use (SIGBUS)</source>
        <translation>le fichier du modèle a changé ou n’a pas pu être lu pendant l’utilisation (SIGBUS)</translation>
    </message>
    <message>
        <source>it was killed, perhaps because memory ran out (SIGKILL)</source>
        <translation>il a été tué, peut-être faute de mémoire (SIGKILL)</translation>
    </message>
    <message>
        <source>llama.cpp crashed (SIGSEGV)</source>
        <translation>llama.cpp a planté (SIGSEGV)</translation>
    </message>
    <message>
        <source>it was told to end (SIGTERM)</source>
        <translation>on lui a dit de finir (SIGTERM)</translation>
    </message>
    <message>
        <source>it ended with exit code {code}</source>
        <translation>il a fini avec le code {code}</translation>
    </message>
    <message>
        <source>This step needs a base model, and there is none on this computer.</source>
        <translation>Cette étape demande un modèle de base, et il n’y en a aucun sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This step needs a chat model, and there is none on this computer.</source>
        <translation>Cette étape demande un modèle de chat, et il n’y en a aucun sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The suite {suite} has no item {item}.</source>
        <translation>La série {suite} n’a pas de prompt {item}.</translation>
    </message>
    <message>
        <source>It has: {items}.</source>
        <translation>Elle contient&#xa0;: {items}.</translation>
    </message>
    <message>
        <source>line {line}: {what}</source>
        <translation>ligne {line}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Get one on the Models page. The starter models are small and will do.</source>
        <translation>Procurez-vous-en un sur la page Modèles. Les modèles de départ sont petits et suffisent.</translation>
    </message>
    <message>
        <source>{model} has no chat template, so it can&apos;t be asked as this step wants.</source>
        <translation>{model} n’a pas de format de chat&#x202f;; on ne peut donc pas l’interroger comme cette étape le veut.</translation>
    </message>
    <message>
        <source>Choose another chat model on the compare page.</source>
        <translation>Choisissez un autre modèle de chat sur la page Comparer.</translation>
    </message>
    <message>
        <source>Mend it there and try again.</source>
        <translation>Corrigez-le et réessayez.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}.</source>
        <translation>{file}, ligne {line}&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>`suite` and `items` belong together: name both or none</source>
        <translation>`suite` et `items` vont ensemble&#xa0;: indiquez les deux ou aucun</translation>
    </message>
    <message>
        <source>there is nothing to ask: name `prompts`, or a `suite` with `items`</source>
        <translation>il n’y a rien à demander&#xa0;: indiquez `prompts`, ou une `suite` avec `items`</translation>
    </message>
    <message>
        <source>there are more than {n} prompts</source>
        <translation>il y a plus de {n} prompts</translation>
    </message>
    <message>
        <source>none of the choices is right: write `right = true` under one</source>
        <translation>aucun des choix n’est juste&#xa0;: écrivez `right = true` sous l’un d’eux</translation>
    </message>
    <message>
        <source>Your progress can&apos;t be saved in {folder}: {why}.</source>
        <translation>Votre progression ne peut pas être enregistrée dans {folder}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder. It holds until you quit.</source>
        <translation>Vérifiez l’espace libre et les droits d’accès au dossier. Elle est gardée jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>The progress in {file} can&apos;t be read: {why}.</source>
        <translation>La progression dans {file} est illisible&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the file&apos;s permissions.</source>
        <translation>Vérifiez les droits d’accès au fichier.</translation>
    </message>
    <message>
        <source>The progress in {file} is damaged and can&apos;t be set aside: {why}.</source>
        <translation>La progression dans {file} est endommagée et ne peut pas être mise de côté&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Move the file elsewhere. Until then, progress is not kept.</source>
        <translation>Déplacez le fichier ailleurs. D’ici là, la progression n’est pas gardée.</translation>
    </message>
    <message>
        <source>The progress in lessons was damaged, so it begins anew. The damaged file is kept as {file}.</source>
        <translation>La progression dans les leçons était endommagée et repart de zéro. Le fichier endommagé est gardé sous le nom {file}.</translation>
    </message>
    <message>
        <source>It is in the folder {folder}.</source>
        <translation>Il est dans le dossier {folder}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Le fichier {file} n’existe pas.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {why}.</source>
        <translation>{file} est illisible&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{file} is larger than {kilobytes} KB.</source>
        <translation>{file} dépasse {kilobytes}&#xa0;Ko.</translation>
    </message>
    <message>
        <source>Divide it into several lessons.</source>
        <translation>Divisez-la en plusieurs leçons.</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>ce n’est pas du texte UTF-8</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Enregistrez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>A line that begins with ## begins a step.</source>
        <translation>Une ligne qui commence par ## commence une étape.</translation>
    </message>
    <message>
        <source>there are no steps</source>
        <translation>il n’y a pas d’étapes</translation>
    </message>
    <message>
        <source>there are more than {n} steps</source>
        <translation>il y a plus de {n} étapes</translation>
    </message>
    <message>
        <source>there is no run before this step, so there are no answers yet</source>
        <translation>aucun prompt n’est posé (bloc run) avant cette étape, il n’y a donc pas encore de réponses</translation>
    </message>
    <message>
        <source>Write it in the first line: # My lesson</source>
        <translation>Écrivez-le à la première ligne&#xa0;: # Ma leçon</translation>
    </message>
    <message>
        <source>a lesson begins with its title</source>
        <translation>une leçon commence par son titre</translation>
    </message>
    <message>
        <source>the heading has no words</source>
        <translation>le titre est vide</translation>
    </message>
    <message>
        <source>the heading is longer than {n} characters</source>
        <translation>le titre dépasse {n} caractères</translation>
    </message>
    <message>
        <source>there is a second title</source>
        <translation>il y a un second titre</translation>
    </message>
    <message>
        <source>Let steps begin with ##.</source>
        <translation>Commencez les étapes par ##.</translation>
    </message>
    <message>
        <source>under the title stands one block ```{block}, and nothing else is done there</source>
        <translation>sous le titre se trouve un bloc ```{block}, et rien d’autre n’y est fait</translation>
    </message>
    <message>
        <source>a step does one thing, but here is a second block ```{block}</source>
        <translation>une étape fait une seule chose, mais voici un second bloc ```{block}</translation>
    </message>
    <message>
        <source>Begin another step before it, with ##.</source>
        <translation>Commencez une autre étape avant lui, avec ##.</translation>
    </message>
    <message>
        <source>there is nothing in this step</source>
        <translation>cette étape est vide</translation>
    </message>
    <message>
        <source>the block ```{block} belongs under the title</source>
        <translation>la place du bloc ```{block} est sous le titre</translation>
    </message>
    <message>
        <source>{block}: a key has more than 60 names with dots between them</source>
        <translation>{block}&#xa0;: une clé a plus de 60 noms séparés par des points</translation>
    </message>
    <message>
        <source>{block}: it is nested too deeply</source>
        <translation>{block}&#xa0;: trop de niveaux imbriqués</translation>
    </message>
    <message>
        <source>{block} is not TOML: {what}</source>
        <translation>{block} n’est pas du TOML&#xa0;: {what}</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>leçon</translation>
    </message>
    <message>
        <source>its id is {other}, not {id}</source>
        <translation>son id est {other}, pas {id}</translation>
    </message>
    <message>
        <source>step {n} is “{other}”, not “{kind}”</source>
        <translation>l’étape {n} est «&#xa0;{other}&#xa0;», pas «&#xa0;{kind}&#xa0;»</translation>
    </message>
    <message>
        <source>in step {n}, “{kind}” differs in more than words</source>
        <translation>à l’étape {n}, «&#xa0;{kind}&#xa0;» ne diffère pas que par les mots</translation>
    </message>
    <message>
        <source>it has {n} steps, not {wanted}</source>
        <translation>elle a {n} étapes, pas {wanted}</translation>
    </message>
    <message>
        <source>{file} is not {other} in other words: {difference}.</source>
        <translation>{file} n’est pas {other} en d’autres mots&#xa0;: {difference}.</translation>
    </message>
    <message>
        <source>Only the words may differ: titles, texts, questions and choices.</source>
        <translation>Seuls les mots peuvent différer&#xa0;: titres, textes, questions et choix.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>There is no pair called &apos;{wanted}&apos;.</source>
        <translation>Aucune paire ne s’appelle «&#xa0;{wanted}&#xa0;».</translation>
    </message>
    <message>
        <source>Did you mean {names}? A repository is written owner/name.</source>
        <translation>Vouliez-vous dire {names}&#x202f;? Un dépôt s’écrit propriétaire/nom.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Il y a&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>{repository} has no file {file} any more.</source>
        <translation>{repository} n’a plus de fichier {file}.</translation>
    </message>
    <message>
        <source>Look what it has: counterpoint search --files {repository}</source>
        <translation>Voyez ce qu’il contient&#xa0;: counterpoint search --files {repository}</translation>
    </message>
    <message>
        <source>{path} could not be read: {error}.</source>
        <translation>{path} n’a pas pu être lu&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Check the disk that it is on.</source>
        <translation>Vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{file} has a name that is not proper text. Rename it to use it.</source>
        <translation>Le nom de {file} n’est pas un texte correct. Renommez-le pour l’utiliser.</translation>
    </message>
    <message>
        <source>There are more than {count} model files; the rest was not looked at.</source>
        <translation>Il y a plus de {count} fichiers de modèles&#x202f;; le reste n’a pas été examiné.</translation>
    </message>
    <message>
        <source>Choose the language model beside it.</source>
        <translation>Choisissez le modèle de langue à côté.</translation>
    </message>
    <message>
        <source>Give yourself permission to read the file.</source>
        <translation>Donnez-vous le droit de lire le fichier.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>Vous n’avez pas le droit de lire {name}.</translation>
    </message>
    <message>
        <source>&apos;{repository}&apos; is not the name of a repository.</source>
        <translation>«&#xa0;{repository}&#xa0;» n’est pas le nom d’un dépôt.</translation>
    </message>
    <message>
        <source>It looks like owner/name.</source>
        <translation>Il s’écrit propriétaire/nom.</translation>
    </message>
    <message>
        <source>The Hub does not say at which commit {repository} stands.</source>
        <translation>Le Hub ne dit pas à quel commit se trouve {repository}.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The file&apos;s name &apos;{file}&apos; can&apos;t be used on this computer.</source>
        <translation>Le nom de fichier «&#xa0;{file}&#xa0;» ne peut pas servir sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose another file of the repository.</source>
        <translation>Choisissez un autre fichier du dépôt.</translation>
    </message>
    <message>
        <source>The disk is full, so the download of {name} has stopped.</source>
        <translation>Le disque est plein&#x202f;; le téléchargement de {name} s’est arrêté.</translation>
    </message>
    <message>
        <source>The disk is full ({why}), so the download of {name} has stopped.</source>
        <translation>Le disque est plein ({why})&#x202f;; le téléchargement de {name} s’est arrêté.</translation>
    </message>
    <message>
        <source>What came is kept. Make room, then go on.</source>
        <translation>Ce qui est arrivé est conservé. Faites de la place, puis reprenez.</translation>
    </message>
    <message>
        <source>This download is not in the queue.</source>
        <translation>Ce téléchargement n’est pas dans la file.</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <translation>Ajoutez-le à nouveau.</translation>
    </message>
    <message>
        <source>The download stopped for a reason that Counterpoint does not know.</source>
        <translation>Le téléchargement s’est arrêté pour une raison que Counterpoint ne connaît pas.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Merci de le signaler.</translation>
    </message>
    <message>
        <source>The Hugging Face Hub does not answer.</source>
        <translation>Le Hub de Hugging Face ne répond pas.</translation>
    </message>
    <message>
        <source>What came is kept. Check the network, then go on.</source>
        <translation>Ce qui est arrivé est conservé. Vérifiez le réseau, puis reprenez.</translation>
    </message>
    <message>
        <source>A web page came instead of {file}.</source>
        <translation>Une page web est arrivée à la place de {file}.</translation>
    </message>
    <message>
        <source>Perhaps this network wants you to log in first: open any page in a browser, then go on.</source>
        <translation>Ce réseau veut peut-être que vous vous connectiez d’abord&#xa0;: ouvrez une page dans un navigateur, puis reprenez.</translation>
    </message>
    <message>
        <source>The Hub gives another file than it promised: {found} bytes instead of {promised} for {file}.</source>
        <translation>Le Hub donne un autre fichier que promis&#xa0;: {found} octets au lieu de {promised} pour {file}.</translation>
    </message>
    <message>
        <source>Nothing was kept. Search for the model again.</source>
        <translation>Rien n’a été conservé. Cherchez à nouveau le modèle.</translation>
    </message>
    <message>
        <source>The Hub asks us to wait {minutes} minutes.</source>
        <translation>Le Hub demande d’attendre {minutes} minutes.</translation>
    </message>
    <message>
        <source>What came is kept. Go on after that.</source>
        <translation>Ce qui est arrivé est conservé. Reprenez ensuite.</translation>
    </message>
    <message>
        <source>Together they need about {need}, and {free} is free.</source>
        <translation>Ensemble, ils demandent environ {need}, et {free} sont libres.</translation>
    </message>
    <message>
        <source>It needs about {need}, and {free} is free.</source>
        <translation>Il demande environ {need}, et {free} sont libres.</translation>
    </message>
    <message>
        <source>Together they need about {need}, which are too much: {free} is free. One at a time, at most {one} is needed.</source>
        <translation>Ensemble, ils demandent environ {need}&#x202f;; c’est trop&#xa0;: {free} sont libres. Un à la fois, il faut au plus {one}.</translation>
    </message>
    <message>
        <source>Together they need about {need}, which would leave only {left} for the rest of the system. One at a time, at most {one} is needed.</source>
        <translation>Ensemble, ils demandent environ {need}&#x202f;; il ne resterait que {left} pour le reste du système. Un à la fois, il faut au plus {one}.</translation>
    </message>
    <message>
        <source>The larger one alone needs about {one}, and only {free} is free.</source>
        <translation>Le plus grand demande à lui seul environ {one}, et seulement {free} sont libres.</translation>
    </message>
    <message>
        <source>It needs about {one}, and only {free} is free.</source>
        <translation>Il demande environ {one}, et seulement {free} sont libres.</translation>
    </message>
    <message>
        <source>It needs about {one}, which leaves only {left} for the rest of the system.</source>
        <translation>Il demande environ {one}&#x202f;; il ne reste que {left} pour le reste du système.</translation>
    </message>
    <message>
        <source>The larger one alone needs about {one}, which leaves only {left} for the rest of the system.</source>
        <translation>Le plus grand demande à lui seul environ {one}&#x202f;; il ne reste que {left} pour le reste du système.</translation>
    </message>
    <message>
        <source>With less than {size} left it may begin to swap, and answers come slowly.</source>
        <translation>Avec moins de {size}, le système risque de déborder sur le disque, et les réponses viennent lentement.</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>rearranged copies of weights</source>
        <translation>copies réarrangées de poids</translation>
    </message>
    <message>
        <source>memory of the conversation (KV cache)</source>
        <translation>mémoire de la conversation (cache KV)</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>mémoire de travail</translation>
    </message>
    <message>
        <source>the process around it</source>
        <translation>le processus qui l’entoure</translation>
    </message>
    <message>
        <source>weights that both share</source>
        <translation>poids que les deux partagent</translation>
    </message>
    <message>
        <source>{folder} holds more than {count} files; the rest was not looked at.</source>
        <translation>{folder} contient plus de {count} fichiers&#x202f;; le reste n’a pas été examiné.</translation>
    </message>
    <message>
        <source>{folder} holds very many files; not all were looked at.</source>
        <translation>{folder} contient énormément de fichiers&#x202f;; tous n’ont pas été examinés.</translation>
    </message>
    <message>
        <source>{folder} may not be read.</source>
        <translation>Vous n’avez pas le droit de lire {folder}.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a model file.</source>
        <translation>{path} est un dossier, pas un fichier de modèle.</translation>
    </message>
    <message>
        <source>Name the .gguf file inside it.</source>
        <translation>Indiquez le fichier .gguf qu’il contient.</translation>
    </message>
    <message>
        <source>{path} is not a plain file.</source>
        <translation>{path} n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>Name a .gguf file.</source>
        <translation>Indiquez un fichier .gguf.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} est vide.</translation>
    </message>
    <message>
        <source>The download was probably interrupted. Download it again.</source>
        <translation>Le téléchargement a sans doute été interrompu. Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>{path} may not be read.</source>
        <translation>Vous n’avez pas le droit de lire {path}.</translation>
    </message>
    <message>
        <source>Check the disk and the name of the file.</source>
        <translation>Vérifiez le disque et le nom du fichier.</translation>
    </message>
    <message>
        <source>{name} is a projector: the part of a model that looks at pictures.</source>
        <translation>{name} est un projecteur&#xa0;: la partie d’un modèle qui regarde les images.</translation>
    </message>
    <message>
        <source>{name} is an adapter (LoRA): a change to a model, not a model.</source>
        <translation>{name} est un adaptateur (LoRA)&#xa0;: une modification d’un modèle, pas un modèle.</translation>
    </message>
    <message>
        <source>Choose a file in which it is merged.</source>
        <translation>Choisissez un fichier où il est fusionné.</translation>
    </message>
    <message>
        <source>{name} is one of {parts} parts of a model.</source>
        <translation>{name} est l’une des {parts} parties d’un modèle.</translation>
    </message>
    <message>
        <source>Put all parts into one folder, under names that end in {ending} and so on.</source>
        <translation>Mettez toutes les parties dans un même dossier, sous des noms qui finissent par {ending} et ainsi de suite.</translation>
    </message>
    <message>
        <source>{name} turns text into numbers ({architecture}); it can&apos;t write text.</source>
        <translation>{name} transforme du texte en nombres ({architecture})&#x202f;; il ne sait pas écrire.</translation>
    </message>
    <message>
        <source>Choose a language model.</source>
        <translation>Choisissez un modèle de langue.</translation>
    </message>
    <message>
        <source>{name} holds a vocabulary only, no weights.</source>
        <translation>{name} ne contient qu’un vocabulaire, pas de poids.</translation>
    </message>
    <message>
        <source>Choose the model itself; its file is much larger.</source>
        <translation>Choisissez le modèle lui-même&#x202f;; son fichier est bien plus grand.</translation>
    </message>
    <message>
        <source>{name} has no vocabulary.</source>
        <translation>{name} n’a pas de vocabulaire.</translation>
    </message>
    <message>
        <source>Choose a file that was made for llama.cpp.</source>
        <translation>Choisissez un fichier fait pour llama.cpp.</translation>
    </message>
    <message>
        <source>This model file is for big-endian machines.</source>
        <translation>Ce fichier de modèle est pour des machines gros-boutistes.</translation>
    </message>
    <message>
        <source>Get the ordinary (little-endian) file of the same model.</source>
        <translation>Prenez le fichier ordinaire (petit-boutiste) du même modèle.</translation>
    </message>
    <message>
        <source>This model file is in GGUF version 1, which is too old.</source>
        <translation>Ce fichier de modèle est en version 1 de GGUF, trop ancienne.</translation>
    </message>
    <message>
        <source>Get a newer file of the model.</source>
        <translation>Prenez un fichier plus récent du modèle.</translation>
    </message>
    <message>
        <source>This model file says it is in GGUF version {version}; this program knows 2 and 3.</source>
        <translation>Ce fichier de modèle se dit en version {version} de GGUF&#x202f;; ce programme connaît les versions 2 et 3.</translation>
    </message>
    <message>
        <source>If the file is sound, a newer Counterpoint may know it.</source>
        <translation>Si le fichier est bon, un Counterpoint plus récent le connaît peut-être.</translation>
    </message>
    <message>
        <source>The file is cut off: {count} of {needed} bytes are there.</source>
        <translation>Le fichier est tronqué&#xa0;: {count} octets sur {needed} sont là.</translation>
    </message>
    <message>
        <source>Choose a .gguf file.</source>
        <translation>Choisissez un fichier .gguf.</translation>
    </message>
    <message>
        <source>{name} is cut off: only {count} bytes are there.</source>
        <translation>{name} est tronqué&#xa0;: seulement {count} octets sont là.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>{name} is in a format older than GGUF.</source>
        <translation>{name} est dans un format plus ancien que GGUF.</translation>
    </message>
    <message>
        <source>Get a newer file of the same model.</source>
        <translation>Prenez un fichier plus récent du même modèle.</translation>
    </message>
    <message>
        <source>{name} is a ZIP archive, or weights for PyTorch, not a GGUF model.</source>
        <translation>{name} est une archive ZIP, ou des poids pour PyTorch, pas un modèle GGUF.</translation>
    </message>
    <message>
        <source>{name} is a safetensors file, not a GGUF model.</source>
        <translation>{name} est un fichier safetensors, pas un modèle GGUF.</translation>
    </message>
    <message>
        <source>Look for a GGUF version of the same model.</source>
        <translation>Cherchez une version GGUF du même modèle.</translation>
    </message>
    <message>
        <source>{name} is only a pointer to a model, left by Git.</source>
        <translation>{name} n’est qu’un pointeur vers un modèle, laissé par Git.</translation>
    </message>
    <message>
        <source>Fetch the file itself: git lfs pull.</source>
        <translation>Récupérez le fichier lui-même&#xa0;: git lfs pull.</translation>
    </message>
    <message>
        <source>{name} is a web page, saved in place of the model.</source>
        <translation>{name} est une page web, enregistrée à la place du modèle.</translation>
    </message>
    <message>
        <source>Download it again from the page&apos;s download button.</source>
        <translation>Téléchargez-le à nouveau avec le bouton de la page.</translation>
    </message>
    <message>
        <source>{name} is a text file, not a GGUF model.</source>
        <translation>{name} est un fichier texte, pas un modèle GGUF.</translation>
    </message>
    <message>
        <source>{name} is not a GGUF model.</source>
        <translation>{name} n’est pas un modèle GGUF.</translation>
    </message>
    <message>
        <source>This is not a sound model file: {detail}.</source>
        <translation>Ce fichier de modèle n’est pas valable&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Download it again, and compare its checksum if there is one.</source>
        <translation>Téléchargez-le à nouveau, et comparez sa somme de contrôle s’il y en a une.</translation>
    </message>
    <message>
        <source>The file is cut off: only {count} bytes are there and its header is not complete.</source>
        <translation>Le fichier est tronqué&#xa0;: seulement {count} octets sont là et son en-tête est incomplet.</translation>
    </message>
    <message>
        <source>The Hub&apos;s {repository} has no file {file} with a checksum.</source>
        <translation>Sur le Hub, {repository} n’a pas de fichier {file} avec somme de contrôle.</translation>
    </message>
    <message>
        <source>It looks like owner/name, e.g. bartowski/SmolLM2-135M-Instruct-GGUF.</source>
        <translation>Il s’écrit propriétaire/nom, p. ex. bartowski/SmolLM2-135M-Instruct-GGUF.</translation>
    </message>
    <message>
        <source>The Hugging Face Hub sends more than such an answer can be.</source>
        <translation>Le Hub de Hugging Face envoie plus que ne peut contenir une telle réponse.</translation>
    </message>
    <message>
        <source>Try again later, or from another network.</source>
        <translation>Réessayez plus tard, ou depuis un autre réseau.</translation>
    </message>
    <message>
        <source>The Hugging Face Hub takes too long to answer.</source>
        <translation>Le Hub de Hugging Face met trop de temps à répondre.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Vérifiez le réseau et réessayez.</translation>
    </message>
    <message>
        <source>{repository} has no whole GGUF model.</source>
        <translation>{repository} n’a pas de modèle GGUF complet.</translation>
    </message>
    <message>
        <source>Look for another repository.</source>
        <translation>Cherchez un autre dépôt.</translation>
    </message>
    <message>
        <source>no GGUF file</source>
        <translation>aucun fichier GGUF</translation>
    </message>
    <message>
        <source>{repository} has no file &apos;{wanted}&apos;.</source>
        <translation>{repository} n’a pas de fichier «&#xa0;{wanted}&#xa0;».</translation>
    </message>
    <message>
        <source>&apos;{wanted}&apos; fits several files: {names}.</source>
        <translation>«&#xa0;{wanted}&#xa0;» correspond à plusieurs fichiers&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Write more of the name.</source>
        <translation>Écrivez davantage du nom.</translation>
    </message>
    <message>
        <source>Parts of {name} are missing on the Hub.</source>
        <translation>Des parties de {name} manquent sur le Hub.</translation>
    </message>
    <message>
        <source>The Hub sends us to {host} over a line that is not safe ({scheme}).</source>
        <translation>Le Hub renvoie vers {host} par une liaison qui n’est pas sûre ({scheme}).</translation>
    </message>
    <message>
        <source>The Hub sends us from one address to the next.</source>
        <translation>Le Hub renvoie sans fin d’une adresse à l’autre.</translation>
    </message>
    <message>
        <source>Make a token on your account&apos;s page there, and give it to Counterpoint: in the settings, or as HF_TOKEN.</source>
        <translation>Créez un jeton sur la page de votre compte, et donnez-le à Counterpoint&#xa0;: dans les réglages, ou dans HF_TOKEN.</translation>
    </message>
    <message>
        <source>Your account may not have {repository} yet.</source>
        <translation>Votre compte n’a pas encore accès à {repository}.</translation>
    </message>
    <message>
        <source>Open {address}, accept its terms, and wait for the answer if somebody has to give one.</source>
        <translation>Ouvrez {address}, acceptez les conditions, et attendez la réponse si quelqu’un doit en donner une.</translation>
    </message>
    <message>
        <source>{repository} is only given to people who have accepted its terms.</source>
        <translation>{repository} n’est donné qu’aux personnes qui ont accepté ses conditions.</translation>
    </message>
    <message>
        <source>Open {address} and accept them.</source>
        <translation>Ouvrez {address} et acceptez-les.</translation>
    </message>
    <message>
        <source>its list of models</source>
        <translation>sa liste de modèles</translation>
    </message>
    <message>
        <source>The Hub has had too many requests from here.</source>
        <translation>Le Hub a reçu trop de demandes d’ici.</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again.</source>
        <translation>Attendez quelques minutes et réessayez.</translation>
    </message>
    <message>
        <source>The Hub gives nothing of {what} to your token.</source>
        <translation>Le Hub ne donne rien de {what} à votre jeton.</translation>
    </message>
    <message>
        <source>Look whether the token is still valid and the name is right.</source>
        <translation>Vérifiez que le jeton est encore valable et que le nom est juste.</translation>
    </message>
    <message>
        <source>The Hub does not give {what}.</source>
        <translation>Le Hub ne donne pas {what}.</translation>
    </message>
    <message>
        <source>Look whether the name is right. If it is private or asks for terms: {hint}</source>
        <translation>Vérifiez que le nom est juste. S’il est privé ou soumis à des conditions&#xa0;: {hint}</translation>
    </message>
    <message>
        <source>The Hub has trouble of its own (it answered {status}).</source>
        <translation>Le Hub a lui-même un problème (il a répondu {status}).</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>The Hub does not give {what} (it answered {status}).</source>
        <translation>Le Hub ne donne pas {what} (il a répondu {status}).</translation>
    </message>
    <message>
        <source>The Hub does not give {file} (it answered {status}).</source>
        <translation>Le Hub ne donne pas {file} (il a répondu {status}).</translation>
    </message>
    <message>
        <source>{file} is not in {repository} any more.</source>
        <translation>{file} n’est plus dans {repository}.</translation>
    </message>
    <message>
        <source>Search for it again: its author may have moved or removed it.</source>
        <translation>Cherchez-le à nouveau&#xa0;: son auteur l’a peut-être déplacé ou retiré.</translation>
    </message>
    <message>
        <source>{name} arrived changed: its checksum is {found}… and should be {promised}…</source>
        <translation>{name} est arrivé altéré&#xa0;: sa somme de contrôle est {found}… et devrait être {promised}…</translation>
    </message>
    <message>
        <source>Nothing was kept. Try again; if it stays so, something between here and the source alters files.</source>
        <translation>Rien n’a été conservé. Réessayez&#x202f;; si cela persiste, quelque chose entre ici et la source altère les fichiers.</translation>
    </message>
    <message>
        <source>{name} is longer than the {size} that were promised.</source>
        <translation>{name} est plus long que les {size} promis.</translation>
    </message>
    <message>
        <source>What came was not the model, and nothing was kept. Try again later, or from another network.</source>
        <translation>Ce qui est arrivé n’était pas le modèle, et rien n’a été conservé. Réessayez plus tard, ou depuis un autre réseau.</translation>
    </message>
    <message>
        <source>{name} is being downloaded by another Counterpoint.</source>
        <translation>{name} est en cours de téléchargement par un autre Counterpoint.</translation>
    </message>
    <message>
        <source>Wait until it is done there, or stop it there.</source>
        <translation>Attendez qu’il y soit terminé, ou arrêtez-le là-bas.</translation>
    </message>
    <message>
        <source>The download of {name} was cut off: {done} of {size} came.</source>
        <translation>Le téléchargement de {name} a été coupé&#xa0;: {done} sur {size} sont arrivés.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>its &apos;finetune&apos; field</source>
        <translation>son champ «&#xa0;finetune&#xa0;»</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>son nom</translation>
    </message>
    <message>
        <source>its base name</source>
        <translation>son nom de base</translation>
    </message>
    <message>
        <source>This very file is in Counterpoint&apos;s own table as a {kind} model.</source>
        <translation>Ce fichier même figure dans la table de Counterpoint comme modèle «&#xa0;{kind}&#xa0;».</translation>
    </message>
    <message>
        <source>These contradict each other.</source>
        <translation>Ces indices se contredisent.</translation>
    </message>
    <message>
        <source>These speak about as much for the one as for the other.</source>
        <translation>Ces indices parlent à peu près autant pour l’un que pour l’autre.</translation>
    </message>
    <message>
        <source>You said that this is a {kind} model.</source>
        <translation>Vous avez dit que c’est un modèle «&#xa0;{kind}&#xa0;».</translation>
    </message>
    <message>
        <source>the name of its repository</source>
        <translation>le nom de son dépôt</translation>
    </message>
    <message>
        <source>its file name</source>
        <translation>le nom de son fichier</translation>
    </message>
    <message>
        <source>The word &apos;{word}&apos; in {where} marks a model trained to follow requests.</source>
        <translation>Le mot «&#xa0;{word}&#xa0;» dans {where} désigne un modèle entraîné à suivre des demandes.</translation>
    </message>
    <message>
        <source>The word &apos;{word}&apos; in {where} marks a model that was only pretrained.</source>
        <translation>Le mot «&#xa0;{word}&#xa0;» dans {where} désigne un modèle seulement préentraîné.</translation>
    </message>
    <message>
        <source>Its tags say &apos;{word}&apos;, a word for models trained to converse.</source>
        <translation>Ses étiquettes disent «&#xa0;{word}&#xa0;», un mot pour les modèles entraînés à converser.</translation>
    </message>
    <message>
        <source>It was made from {parent}, which is a chat model itself.</source>
        <translation>Il a été fait à partir de {parent}, qui est lui-même un modèle de chat.</translation>
    </message>
    <message>
        <source>It was made from {parent} by further training.</source>
        <translation>Il a été fait à partir de {parent} par un entraînement de plus.</translation>
    </message>
    <message>
        <source>It was trained on {data}, which holds conversations or requests.</source>
        <translation>Il a été entraîné sur {data}, qui contient des conversations ou des demandes.</translation>
    </message>
    <message>
        <source>Its template for conversations is kept beside it.</source>
        <translation>Son gabarit de conversation est conservé à côté.</translation>
    </message>
    <message>
        <source>It has no chat template, so it was not prepared for conversations.</source>
        <translation>Il n’a pas de gabarit de chat&#x202f;; il n’a donc pas été préparé aux conversations.</translation>
    </message>
    <message>
        <source>It has no chat template (a weaker sign here: files as old as this one often lack it).</source>
        <translation>Il n’a pas de gabarit de chat (indice plus faible ici&#xa0;: les fichiers aussi anciens n’en ont souvent pas).</translation>
    </message>
    <message>
        <source>Nothing in its names speaks of instructions or chat.</source>
        <translation>Rien dans ses noms ne parle de consignes ou de chat.</translation>
    </message>
    <message>
        <source>It has a chat template (a weak sign: some base models ship one).</source>
        <translation>Il a un gabarit de chat (indice faible&#xa0;: certains modèles de base en ont un).</translation>
    </message>
    <message>
        <source>Its chat template tells the model who it is when nobody else does.</source>
        <translation>Son gabarit de chat dit au modèle qui il est quand personne d’autre ne le fait.</translation>
    </message>
    <message>
        <source>It ends its answers with {sign}, the sign that ends a turn in its template.</source>
        <translation>Il termine ses réponses par {sign}, le signe qui clôt un échange dans son gabarit.</translation>
    </message>
    <message>
        <source>Its template ends a turn with {told}, yet the model ends its texts with {sign}.</source>
        <translation>Son gabarit clôt un échange par {told}, mais le modèle termine ses textes par {sign}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <source>The folder {folder} was not added.</source>
        <translation>Le dossier {folder} n’avait pas été ajouté.</translation>
    </message>
    <message>
        <source>See which are: counterpoint models folders list</source>
        <translation>Voyez lesquels le sont&#xa0;: counterpoint models folders list</translation>
    </message>
    <message>
        <source>The file of {name} is gone: {path}.</source>
        <translation>Le fichier de {name} a disparu&#xa0;: {path}.</translation>
    </message>
    <message>
        <source>Put it back, or take it out of the library: counterpoint models remove {name}</source>
        <translation>Remettez-le, ou retirez-le de la bibliothèque&#xa0;: counterpoint models remove {name}</translation>
    </message>
    <message>
        <source>The library {path} can&apos;t be read: {error}.</source>
        <translation>La bibliothèque {path} ne peut pas être lue&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>Vérifiez les droits d’accès du fichier.</translation>
    </message>
    <message>
        <source>The library {path} is damaged: {error}.</source>
        <translation>La bibliothèque {path} est endommagée&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Mend it in an editor, or move it elsewhere and add your models again. Nothing was changed.</source>
        <translation>Réparez-la dans un éditeur, ou déplacez-la et ajoutez à nouveau vos modèles. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The library {path} was written by another version of Counterpoint (layout {version}).</source>
        <translation>La bibliothèque {path} a été écrite par une autre version de Counterpoint (structure {version}).</translation>
    </message>
    <message>
        <source>Use the newer version. Nothing was changed.</source>
        <translation>Utilisez la version la plus récente. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Another program is changing the library {path} and does not finish.</source>
        <translation>Un autre programme modifie la bibliothèque {path} et ne finit pas.</translation>
    </message>
    <message>
        <source>Try again. If it stays like this, look whether Counterpoint runs twice and one does not answer.</source>
        <translation>Réessayez. Si cela persiste, voyez si Counterpoint est lancé deux fois et si l’un ne répond pas.</translation>
    </message>
    <message>
        <source>The library {path} can&apos;t be written: {error}.</source>
        <translation>La bibliothèque {path} ne peut pas être écrite&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>&apos;{wanted}&apos; fits several models: {names}.</source>
        <translation>«&#xa0;{wanted}&#xa0;» correspond à plusieurs modèles&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>Vouliez-vous dire {names}&#x202f;?</translation>
    </message>
    <message>
        <source>In the library are: {names}.</source>
        <translation>Dans la bibliothèque&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The library is empty. Get the starter models with: counterpoint starter</source>
        <translation>La bibliothèque est vide. Obtenez les modèles de départ avec&#xa0;: counterpoint starter</translation>
    </message>
    <message>
        <source>There is no model called &apos;{wanted}&apos; and no file of that name.</source>
        <translation>Aucun modèle ne s’appelle «&#xa0;{wanted}&#xa0;» et aucun fichier ne porte ce nom.</translation>
    </message>
    <message>
        <source>To {deed}, turn off ‘Work offline’ in the settings.</source>
        <translation>Pour {deed}, désactivez «&#xa0;Travailler hors ligne&#xa0;» dans les réglages.</translation>
    </message>
    <message>
        <source>The variable {variable} says so. To {deed}, start Counterpoint without it.</source>
        <translation>La variable {variable} le demande. Pour {deed}, lancez Counterpoint sans elle.</translation>
    </message>
    <message>
        <source>the Hugging Face Hub</source>
        <translation>le Hub de Hugging Face</translation>
    </message>
    <message>
        <source>To allow it, take the variable {variable} out of the environment.</source>
        <translation>Pour le permettre, retirez la variable {variable} de l’environnement.</translation>
    </message>
    <message>
        <source>To allow it, turn off &apos;Work offline&apos; in the settings.</source>
        <translation>Pour le permettre, désactivez «&#xa0;Travailler hors ligne&#xa0;» dans les réglages.</translation>
    </message>
    <message>
        <source>You work offline, so {what} was not asked.</source>
        <translation>Vous travaillez hors ligne&#xa0;: {what} n’a donc pas été interrogé.</translation>
    </message>
    <message>
        <source>A file of {name}</source>
        <translation>Un fichier de {name}</translation>
    </message>
    <message>
        <source>the package index</source>
        <translation>l’index des paquets</translation>
    </message>
    <message>
        <source>This build of the program has no pip to ask a package index with.</source>
        <translation>Cette version du programme n’a pas pip pour interroger un index de paquets.</translation>
    </message>
    <message>
        <source>Use the Hub.</source>
        <translation>Utilisez le Hub.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be used: {error}.</source>
        <translation>Le dossier {folder} ne peut pas servir&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Check the free space and the folder&apos;s permissions.</source>
        <translation>Vérifiez l’espace libre et les droits d’accès du dossier.</translation>
    </message>
    <message>
        <source>The package {name} does not hold what it should.</source>
        <translation>Le paquet {name} ne contient pas ce qu’il devrait.</translation>
    </message>
    <message>
        <source>This Python has no pip.</source>
        <translation>Ce Python n’a pas pip.</translation>
    </message>
    <message>
        <source>Install it with: python -m ensurepip</source>
        <translation>Installez-le avec&#xa0;: python -m ensurepip</translation>
    </message>
    <message>
        <source>The package index does not give {package}.</source>
        <translation>L’index des paquets ne donne pas {package}.</translation>
    </message>
    <message>
        <source>Check the network and pip&apos;s own settings (pip config list), then try again.</source>
        <translation>Vérifiez le réseau et les réglages de pip (pip config list), puis réessayez.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>family</source>
        <translation>famille</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>découpage en tokens</translation>
    </message>
    <message>
        <source>quantization</source>
        <translation>quantification</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>One model on both sides: what differs between the answers comes from how it is asked.</source>
        <translation>Un même modèle des deux côtés&#xa0;: ce qui diffère entre les réponses vient de la façon de demander.</translation>
    </message>
    <message>
        <source>A fitting pair: what differs between the answers comes from the training.</source>
        <translation>Une paire idéale&#xa0;: ce qui diffère entre les réponses vient de l’entraînement.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>A usable pair: the training is the main difference, but the {aspects} differs too.</source>
        <translation>Une paire utilisable&#xa0;: l’entraînement est la différence principale, mais ceci diffère aussi&#xa0;: {aspects}.</translation>
    </message>
    <message>
        <source>A usable pair: the training is the main difference, but {aspects} differ too.</source>
        <translation>Une paire utilisable&#xa0;: l’entraînement est la différence principale, mais ceci diffère aussi&#xa0;: {aspects}.</translation>
    </message>
    <message>
        <source>A mixed pair: {aspects} differ, so the training is not the only reason for what you see.</source>
        <translation>Une paire mixte&#xa0;: l’entraînement n’est pas la seule cause de ce que vous voyez, car ceci diffère aussi&#xa0;: {aspects}.</translation>
    </message>
    <message>
        <source>Perhaps a pair: it is not sure which of the two was trained to converse.</source>
        <translation>Peut-être une paire&#xa0;: il n’est pas sûr lequel des deux a été entraîné à converser.</translation>
    </message>
    <message>
        <source>Not a base and a chat model: both are {kind} models.</source>
        <translation>Pas un modèle de base et un modèle de chat&#xa0;: les deux sont du type «&#xa0;{kind}&#xa0;».</translation>
    </message>
    <message>
        <source>One was only pretrained, the other was trained to converse: that is what you want to hear.</source>
        <translation>L’un n’a été que préentraîné, l’autre a été entraîné à converser&#xa0;: c’est ce que vous voulez entendre.</translation>
    </message>
    <message>
        <source>The files don&apos;t tell for sure what training they had. Say what they are if you know.</source>
        <translation>Les fichiers ne disent pas sûrement quel entraînement ils ont eu. Dites ce qu’ils sont si vous le savez.</translation>
    </message>
    <message>
        <source>Both were trained to converse. You compare two ways of doing that, not base with chat.</source>
        <translation>Les deux ont été entraînés à converser. Vous comparez deux façons de le faire, pas base et chat.</translation>
    </message>
    <message>
        <source>Neither was trained to converse: both go on writing the text they are given.</source>
        <translation>Aucun n’a été entraîné à converser&#xa0;: les deux continuent le texte qu’on leur donne.</translation>
    </message>
    <message>
        <source>Both come from the same family.</source>
        <translation>Les deux sont de la même famille.</translation>
    </message>
    <message>
        <source>Their names differ, but they are built alike: one was probably made from the other.</source>
        <translation>Leurs noms diffèrent, mais ils sont bâtis pareil&#xa0;: l’un a sans doute été fait à partir de l’autre.</translation>
    </message>
    <message>
        <source>They come from different families, so they also learned from other texts and are built in another way. A better answer need not come from being trained to converse.</source>
        <translation>Ils viennent de familles différentes&#x202f;; ils ont donc aussi appris d’autres textes et sont bâtis autrement. Une meilleure réponse ne vient pas forcément de l’entraînement à converser.</translation>
    </message>
    <message>
        <source>Both split text into the same tokens, so tokens, probabilities and lengths can be compared one by one.</source>
        <translation>Les deux découpent le texte en mêmes tokens&#x202f;; tokens, probabilités et longueurs se comparent donc un à un.</translation>
    </message>
    <message>
        <source>They have the same tokens but files that name another rule for splitting text. Lengths can be compared; single tokens mostly.</source>
        <translation>Ils ont les mêmes tokens, mais leurs fichiers indiquent une autre règle de découpage. Les longueurs se comparent&#x202f;; les tokens isolés, le plus souvent.</translation>
    </message>
    <message>
        <source>Some tokens differ, as when signs for a conversation were added. Texts can be compared; single tokens and their probabilities only with care.</source>
        <translation>Quelques tokens diffèrent, comme quand des signes de conversation ont été ajoutés. Les textes se comparent&#x202f;; les tokens isolés et leurs probabilités, avec prudence.</translation>
    </message>
    <message>
        <source>They split text into different tokens. Compare the texts; counts of tokens, tokens a second and probabilities don&apos;t mean the same on both sides.</source>
        <translation>Ils découpent le texte en tokens différents. Comparez les textes&#x202f;; nombres de tokens, tokens par seconde et probabilités n’ont pas le même sens des deux côtés.</translation>
    </message>
    <message>
        <source>Both are stored with the same precision.</source>
        <translation>Les deux sont stockés avec la même précision.</translation>
    </message>
    <message>
        <source>They are stored in different ways of about the same precision. That hardly shows in the answers.</source>
        <translation>Ils sont stockés de façons différentes, à peu près de même précision. Cela se voit à peine dans les réponses.</translation>
    </message>
    <message>
        <source>They are stored in different ways; which is finer can&apos;t be told from their names.</source>
        <translation>Ils sont stockés de façons différentes&#x202f;; leurs noms ne disent pas laquelle est plus fine.</translation>
    </message>
    <message>
        <source>{coarse} is stored more coarsely, which costs some quality and makes it quicker. Take both at the same quantization if you can.</source>
        <translation>{coarse} est stocké plus grossièrement, ce qui coûte un peu de qualité et le rend plus rapide. Prenez les deux avec la même quantification si possible.</translation>
    </message>
    <message>
        <source>Both are of the same size.</source>
        <translation>Les deux ont la même taille.</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor} fois</translation>
    </message>
    <message>
        <source>many times</source>
        <translation>de nombreuses fois</translation>
    </message>
    <message>
        <source>{bigger} has {times} as many weights. It knows more and is slower, whatever its training; so a better answer may come from its size.</source>
        <translation>{bigger} a {times} plus de poids. Il en sait plus et est plus lent, quel que soit son entraînement&#x202f;; une meilleure réponse peut donc venir de sa taille.</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>{numbers} and more</source>
        <translation>{numbers} et d’autres</translation>
    </message>
    <message>
        <source>{name} is in {parts} parts, and part {missing} is missing.</source>
        <translation>{name} est en {parts} parties, et la partie {missing} manque.</translation>
    </message>
    <message>
        <source>{name} is in {parts} parts, and part {missing} are missing.</source>
        <translation>{name} est en {parts} parties, et les parties {missing} manquent.</translation>
    </message>
    <message>
        <source>Download what is missing into the same folder.</source>
        <translation>Téléchargez ce qui manque dans le même dossier.</translation>
    </message>
    <message>
        <source>{name} from the Hugging Face Hub</source>
        <translation>{name} depuis le Hub de Hugging Face</translation>
    </message>
    <message>
        <source>{name} from the package index</source>
        <translation>{name} depuis l’index des paquets</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Vérification de {name}</translation>
    </message>
    <message>
        <source>Could not get the base model and the chat model.</source>
        <translation>Le modèle de base et le modèle de chat n’ont pas pu être obtenus.</translation>
    </message>
    <message>
        <source>Could not get the base model.</source>
        <translation>Le modèle de base n’a pas pu être obtenu.</translation>
    </message>
    <message>
        <source>Could not get the chat model.</source>
        <translation>Le modèle de chat n’a pas pu être obtenu.</translation>
    </message>
    <message>
        <source>{name} is there.</source>
        <translation>{name} est là.</translation>
    </message>
    <message>
        <source>Add a GGUF file of your own: counterpoint models add FILE</source>
        <translation>Ajoutez un de vos fichiers GGUF&#xa0;: counterpoint models add FICHIER</translation>
    </message>
    <message>
        <source>This is not a token.</source>
        <translation>Ce n’est pas un jeton.</translation>
    </message>
    <message>
        <source>Copy it from your account&apos;s page on the Hub, under Access Tokens: hf_…</source>
        <translation>Copiez-le de la page de votre compte sur le Hub, sous Access Tokens&#xa0;: hf_…</translation>
    </message>
    <message>
        <source>The download of {name} was cut off: {written} of {promised} bytes came.</source>
        <translation>Le téléchargement de {name} a été coupé&#xa0;: {written} octets sur {promised} sont arrivés.</translation>
    </message>
    <message>
        <source>The download needs {needed} MB in {folder} and {free} MB is free.</source>
        <translation>Le téléchargement demande {needed}&#xa0;Mo dans {folder} et {free}&#xa0;Mo sont libres.</translation>
    </message>
    <message>
        <source>Make room, or set COUNTERPOINT_HOME to a folder on a larger disk.</source>
        <translation>Faites de la place, ou donnez à COUNTERPOINT_HOME un dossier sur un disque plus grand.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {why}.</source>
        <translation>{file} ne peut pas être écrit&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The settings {path} can&apos;t be read: {why}.</source>
        <translation>Les réglages {path} ne peuvent pas être lus&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The settings {path} are damaged and can&apos;t be set aside: {why}.</source>
        <translation>Les réglages {path} sont abîmés et ne peuvent pas être mis de côté&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Move the file elsewhere. Until then, what you change here is not kept.</source>
        <translation>Déplacez le fichier ailleurs. D’ici là, ce que vous changez ici n’est pas conservé.</translation>
    </message>
    <message>
        <source>The settings were damaged, so the ones in use were written anew. The damaged file is kept as {name}.</source>
        <translation>Les réglages étaient abîmés&#x202f;; ceux en cours ont été réécrits. Le fichier abîmé est gardé sous le nom {name}.</translation>
    </message>
    <message>
        <source>The settings were damaged, so the program begins with its defaults. The damaged file is kept as {name}.</source>
        <translation>Les réglages étaient abîmés&#x202f;; le programme repart de ses valeurs par défaut. Le fichier abîmé est gardé sous le nom {name}.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be saved in {folder}: {why}.</source>
        <translation>Les réglages ne peuvent pas être enregistrés dans {folder}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder. What you change holds until you quit.</source>
        <translation>Vérifiez l’espace libre et les droits d’accès au dossier. Vos changements valent jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Some variety, few blunders: the defaults of llama.cpp.</source>
        <translation>Un peu de variété, peu de faux pas&#xa0;: les valeurs par défaut de llama.cpp.</translation>
    </message>
    <message>
        <source>Always the most likely</source>
        <translation>Toujours le plus probable</translation>
    </message>
    <message>
        <source>No chance at all: the same answer each time, whatever the seed.</source>
        <translation>Aucun hasard&#xa0;: chaque fois la même réponse, quelle que soit la graine.</translation>
    </message>
    <message>
        <source>Adventurous</source>
        <translation>Aventureux</translation>
    </message>
    <message>
        <source>Unlikely tokens get a real chance; only those far behind the best one are dropped.</source>
        <translation>Les tokens improbables ont une vraie chance&#x202f;; seuls ceux loin derrière le meilleur sont écartés.</translation>
    </message>
    <message>
        <source>Asked again with the sides swapped, the same was said {same} of {n} times ({share}, between {low} and {high}).</source>
        <translation>Interrogé de nouveau avec les côtés échangés, le même avis est revenu {same} fois sur {n} ({share}, entre {low} et {high}).</translation>
    </message>
    <message>
        <source>{n} times the same side was picked instead of the same answer.</source>
        <translation>{n} fois, c’est le même côté qui a été choisi au lieu de la même réponse.</translation>
    </message>
    <message>
        <source>No comparison was judged by two raters yet.</source>
        <translation>Aucune comparaison n’a encore été jugée par deux votants.</translation>
    </message>
    <message>
        <source>All votes on the {n} comparisons that several judged are the same.</source>
        <translation>Tous les votes sur les {n} comparaisons jugées par plusieurs sont identiques.</translation>
    </message>
    <message>
        <source>{n} comparison was judged by several raters; it takes {least} to say how far they agree.</source>
        <translation>{n} comparaison a été jugée par plusieurs votants&#x202f;; il en faut {least} pour dire à quel point ils sont d’accord.</translation>
    </message>
    <message>
        <source>{n} comparisons were judged by several raters; it takes {least} to say how far they agree.</source>
        <translation>{n} comparaisons ont été jugées par plusieurs votants&#x202f;; il en faut {least} pour dire à quel point ils sont d’accord.</translation>
    </message>
    <message>
        <source>the raters may agree no more than chance would have it</source>
        <translation>les votants ne sont peut-être pas plus d’accord que par hasard</translation>
    </message>
    <message>
        <source>the raters agree well</source>
        <translation>les votants sont bien d’accord</translation>
    </message>
    <message>
        <source>the raters agree more than chance would have it, but too little to speak as one</source>
        <translation>les votants sont plus d’accord que par hasard, mais trop peu pour parler d’une seule voix</translation>
    </message>
    <message>
        <source>the raters agree more than chance would have it</source>
        <translation>les votants sont plus d’accord que par hasard</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha is {alpha}, between {low} and {high}: {said}.</source>
        <translation>L’alpha de Krippendorff est de {alpha}, entre {low} et {high}&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>Nothing was asked again so far; it takes {least} to say how steady votes are.</source>
        <translation>Rien n’a encore été redemandé&#x202f;; il faut {least} répétitions pour dire si les votes sont constants.</translation>
    </message>
    <message>
        <source>One pair was asked again so far; it takes {least} to say how steady votes are.</source>
        <translation>Une paire a été redemandée jusqu’ici&#x202f;; il en faut {least} pour dire si les votes sont constants.</translation>
    </message>
    <message>
        <source>{n} pairs were asked again so far; it takes {least} to say how steady votes are.</source>
        <translation>{n} paires ont été redemandées jusqu’ici&#x202f;; il en faut {least} pour dire si les votes sont constants.</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>sans prompt système</translation>
    </message>
    <message>
        <source>There is nothing to rank yet: it takes votes on at least two contestants.</source>
        <translation>Il n’y a encore rien à classer&#xa0;: il faut des votes sur au moins deux participants.</translation>
    </message>
    <message>
        <source>No votes compare {better} and {worse}: they never met, not even through others.</source>
        <translation>Aucun vote ne compare {better} et {worse}&#xa0;: ils ne se sont jamais rencontrés, même à travers d’autres.</translation>
    </message>
    <message>
        <source>{better} is better than {worse} in these votes, by {points} points.</source>
        <translation>{better} est meilleur que {worse} dans ces votes, de {points} points.</translation>
    </message>
    <message>
        <source>These votes can&apos;t separate {better} and {worse}. They are so close that it may take thousands.</source>
        <translation>Ces votes ne départagent pas {better} et {worse}. Ils sont si proches qu’il en faudrait peut-être des milliers.</translation>
    </message>
    <message>
        <source>These votes can&apos;t separate {better} and {worse} yet. If they stay as far apart, one more vote on them would.</source>
        <translation>Ces votes ne départagent pas encore {better} et {worse}. Si l’écart reste le même, un vote de plus sur eux suffirait.</translation>
    </message>
    <message>
        <source>These votes can&apos;t separate {better} and {worse} yet. If they stay as far apart, about {n} more votes on them would.</source>
        <translation>Ces votes ne départagent pas encore {better} et {worse}. Si l’écart reste le même, environ {n} votes de plus sur eux suffiraient.</translation>
    </message>
    <message>
        <source>One contestant has fewer than {few} votes, so the rank says next to nothing.</source>
        <translation>Un participant a moins de {few} votes, son rang ne dit donc presque rien.</translation>
    </message>
    <message>
        <source>{n} contestants have fewer than {few} votes, so the rank says next to nothing.</source>
        <translation>{n} participants ont moins de {few} votes, leur rang ne dit donc presque rien.</translation>
    </message>
    <message>
        <source>There are {n} groups of contestants that never met, not even through others. Compare ranks only within a group.</source>
        <translation>Il y a {n} groupes de participants qui ne se sont jamais rencontrés, même à travers d’autres. Ne comparez les rangs qu’à l’intérieur d’un groupe.</translation>
    </message>
    <message>
        <source>Every vote is undecided, so all are level.</source>
        <translation>Aucun vote ne tranche, tous sont donc à égalité.</translation>
    </message>
    <message>
        <source>the longer answer</source>
        <translation>la réponse la plus longue</translation>
    </message>
    <message>
        <source>the shorter one</source>
        <translation>la plus courte</translation>
    </message>
    <message>
        <source>the answer on the left</source>
        <translation>la réponse de gauche</translation>
    </message>
    <message>
        <source>the one on the right</source>
        <translation>celle de droite</translation>
    </message>
    <message>
        <source>the answer with more headings, lists and bold</source>
        <translation>la réponse avec plus de titres, de listes et de gras</translation>
    </message>
    <message>
        <source>the plainer one</source>
        <translation>la plus simple</translation>
    </message>
    <message>
        <source>the answer with more headings</source>
        <translation>la réponse avec plus de titres</translation>
    </message>
    <message>
        <source>the one with fewer</source>
        <translation>celle qui en a moins</translation>
    </message>
    <message>
        <source>the answer with more list items</source>
        <translation>la réponse avec plus de points de liste</translation>
    </message>
    <message>
        <source>the answer with more in bold</source>
        <translation>la réponse avec plus de gras</translation>
    </message>
    <message>
        <source>the one with less</source>
        <translation>celle qui en a moins</translation>
    </message>
    <message>
        <source>the answer that hedges more</source>
        <translation>la réponse avec plus de réserves</translation>
    </message>
    <message>
        <source>the one that hedges less</source>
        <translation>celle qui en a moins</translation>
    </message>
    <message>
        <source>the answer with more polite words</source>
        <translation>la réponse avec plus de mots polis</translation>
    </message>
    <message>
        <source>the answer that is easier to read</source>
        <translation>la réponse la plus facile à lire</translation>
    </message>
    <message>
        <source>the one that is harder to read</source>
        <translation>la plus difficile à lire</translation>
    </message>
    <message>
        <source>the answer of the faster model</source>
        <translation>la réponse du modèle le plus rapide</translation>
    </message>
    <message>
        <source>that of the slower one</source>
        <translation>celle du plus lent</translation>
    </message>
    <message>
        <source>It holds also when models and other traits are taken into account.</source>
        <translation>Cela reste vrai compte tenu des modèles et des autres traits.</translation>
    </message>
    <message>
        <source>It may come from something else: which model wrote them, or another trait.</source>
        <translation>Cela peut venir d’autre chose&#xa0;: du modèle qui les a écrites, ou d’un autre trait.</translation>
    </message>
    <message>
        <source>You picked {more} in {picked} of {n} votes ({share}): chance alone may do that.</source>
        <translation>Vous avez choisi {more} dans {picked} votes sur {n} ({share})&#xa0;: le hasard seul peut donner cela.</translation>
    </message>
    <message>
        <source>{who} picked {more} in {picked} of {n} votes ({share}): chance alone may do that.</source>
        <translation>{who} a choisi {more} dans {picked} votes sur {n} ({share})&#xa0;: le hasard seul peut donner cela.</translation>
    </message>
    <message>
        <source>You picked {more} in {picked} of {n} votes ({share}).</source>
        <translation>Vous avez choisi {more} dans {picked} votes sur {n} ({share}).</translation>
    </message>
    <message>
        <source>{who} picked {more} in {picked} of {n} votes ({share}).</source>
        <translation>{who} a choisi {more} dans {picked} votes sur {n} ({share}).</translation>
    </message>
    <message>
        <source>You picked {more} in {picked} of {n} votes ({share}), so mostly {less}.</source>
        <translation>Vous avez choisi {more} dans {picked} votes sur {n} ({share}), donc surtout {less}.</translation>
    </message>
    <message>
        <source>{who} picked {more} in {picked} of {n} votes ({share}), so mostly {less}.</source>
        <translation>{who} a choisi {more} dans {picked} votes sur {n} ({share}), donc surtout {less}.</translation>
    </message>
    <message>
        <source>No vote says anything about this yet; it takes {least}.</source>
        <translation>Aucun vote n’en dit encore quoi que ce soit&#x202f;; il en faut {least}.</translation>
    </message>
    <message>
        <source>Only {n} vote says something about this so far; it takes {least}.</source>
        <translation>Seul {n} vote en dit quelque chose jusqu’ici&#x202f;; il en faut {least}.</translation>
    </message>
    <message>
        <source>Only {n} votes say something about this so far; it takes {least}.</source>
        <translation>Seuls {n} votes en disent quelque chose jusqu’ici&#x202f;; il en faut {least}.</translation>
    </message>
    <message>
        <source>Copy the file again, or ask for another one. Nothing was taken from it.</source>
        <translation>Copiez de nouveau le fichier ou demandez-en un autre. Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>Only what Counterpoint has saved as a recording can be opened. Nothing was taken from it.</source>
        <translation>Seul ce que Counterpoint a enregistré peut être ouvert. Rien n’a été repris de ce fichier.</translation>
    </message>
    <message>
        <source>{name} is damaged: {member} in it is not what was recorded.</source>
        <translation>{name} est endommagé&#xa0;: {member} n’y est pas ce qui a été enregistré.</translation>
    </message>
    <message>
        <source>{name} is no recording: there is no {member} in it.</source>
        <translation>{name} n’est pas un enregistrement&#xa0;: {member} y manque.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off.</source>
        <translation>{name} est endommagé ou tronqué.</translation>
    </message>
    <message>
        <source>{name} is no recording.</source>
        <translation>{name} n’est pas un enregistrement.</translation>
    </message>
    <message>
        <source>{name}: {member} in it is packed in another way than ours.</source>
        <translation>{name}&#xa0;: {member} y est compressé d’une autre manière que la nôtre.</translation>
    </message>
    <message>
        <source>{name}: {member} in it is larger than {amount}.</source>
        <translation>{name}&#xa0;: {member} y dépasse {amount}.</translation>
    </message>
    <message>
        <source>{name} is no recording: there are other files in it.</source>
        <translation>{name} n’est pas un enregistrement&#xa0;: il contient d’autres fichiers.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {why}.</source>
        <translation>Impossible de lire {name}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{name} was recorded with a newer version of Counterpoint.</source>
        <translation>{name} a été enregistré avec une version plus récente de Counterpoint.</translation>
    </message>
    <message>
        <source>{name} is no recording: {member} in it is wrong: {what}.</source>
        <translation>{name} n’est pas un enregistrement&#xa0;: {member} est incorrect ({what}).</translation>
    </message>
    <message>
        <source>{name} is no recording: {member} in it contradicts itself.</source>
        <translation>{name} n’est pas un enregistrement&#xa0;: {member} s’y contredit.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has answers to other steps than its lesson.</source>
        <translation>{name} est endommagé&#xa0;: ses réponses concernent d’autres étapes que celles de sa leçon.</translation>
    </message>
    <message>
        <source>{name} is damaged: its history is of something else.</source>
        <translation>{name} est endommagé&#xa0;: son historique concerne autre chose.</translation>
    </message>
    <message>
        <source>Run at least one step of the lesson first.</source>
        <translation>Lancez d’abord au moins une étape de la leçon.</translation>
    </message>
    <message>
        <source>It has no answers yet.</source>
        <translation>Il n’a encore aucune réponse.</translation>
    </message>
    <message>
        <source>This is too much for a recording: more than {megabytes} MB.</source>
        <translation>C’est trop pour un enregistrement&#xa0;: plus de {megabytes}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Export it instead: counterpoint export jsonl</source>
        <translation>Exportez-le plutôt&#xa0;: counterpoint export jsonl</translation>
    </message>
    <message>
        <source>There is nothing to record.</source>
        <translation>Il n’y a rien à enregistrer.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written: {why}.</source>
        <translation>Impossible d’écrire dans {folder}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Vérifiez l’espace libre et les droits d’accès du dossier.</translation>
    </message>
    <message>
        <source>A recording can&apos;t be opened, because nothing can be kept.</source>
        <translation>Impossible d’ouvrir un enregistrement, car rien ne peut être conservé.</translation>
    </message>
    <message>
        <source>{name} (recorded {n})</source>
        <translation>{name} (enregistrement {n})</translation>
    </message>
    <message>
        <source>{name} (recorded)</source>
        <translation>{name} (enregistrement)</translation>
    </message>
    <message>
        <source>Recorded on {day} by {name}. Nothing is computed here.</source>
        <translation>Enregistré le {day} par {name}. Rien n’est calculé ici.</translation>
    </message>
    <message>
        <source>Recorded on {day}. Nothing is computed here.</source>
        <translation>Enregistré le {day}. Rien n’est calculé ici.</translation>
    </message>
    <message>
        <source>the recorder</source>
        <translation>l’auteur de l’enregistrement</translation>
    </message>
    <message>
        <source>Vote of {name}: {vote}.</source>
        <translation>Vote de {name}&#xa0;: {vote}.</translation>
    </message>
    <message>
        <source>{name}: {n}</source>
        <translation>{name}&#xa0;: {n}</translation>
    </message>
    <message>
        <source>Recorded votes – {votes}</source>
        <translation>Votes enregistrés – {votes}</translation>
    </message>
    <message>
        <source>correct</source>
        <comment>an answer</comment>
        <translation>correcte</translation>
    </message>
    <message>
        <source>not correct</source>
        <comment>an answer</comment>
        <translation>incorrecte</translation>
    </message>
    <message>
        <source>{side}: {verdict}</source>
        <translation>{side}&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>Opinion of {name} – {what}</source>
        <translation>Avis de {name} – {what}</translation>
    </message>
    <message>
        <source>{side}: {correct} of {number}</source>
        <translation>{side}&#xa0;: {correct} sur {number}</translation>
    </message>
    <message>
        <source>Held to be correct – {what}</source>
        <translation>Jugées correctes – {what}</translation>
    </message>
    <message>
        <source>base model</source>
        <comment>in a sentence about an answer</comment>
        <translation>modèle de base</translation>
    </message>
    <message>
        <source>chat model</source>
        <comment>in a sentence about an answer</comment>
        <translation>modèle de chat</translation>
    </message>
    <message>
        <source>unsure model</source>
        <comment>in a sentence about an answer</comment>
        <translation>modèle de type incertain</translation>
    </message>
    <message>
        <source>Example {number}</source>
        <translation>Exemple {number}</translation>
    </message>
    <message>
        <source>{name}: {vote}.</source>
        <translation>{name}&#xa0;: {vote}.</translation>
    </message>
    <message>
        <source>(an empty answer)</source>
        <translation>(une réponse vide)</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>an answer</comment>
        <translation>échec</translation>
    </message>
    <message>
        <source>{n} token</source>
        <translation>{n} token</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} tokens</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} tokens/s</translation>
    </message>
    <message>
        <source>{vote} ({aspect})</source>
        <translation>{vote} ({aspect})</translation>
    </message>
    <message>
        <source>{vote}, blind</source>
        <translation>{vote}, à l’aveugle</translation>
    </message>
    <message>
        <source>{vote}, with the names in view</source>
        <translation>{vote}, avec les noms visibles</translation>
    </message>
    <message>
        <source>{vote}; {side} is {reasons}</source>
        <translation>{vote}&#x202f;; {side}&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>The first {n} of {all} characters.</source>
        <translation>Les {n} premiers caractères sur {all}.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sans nom)</translation>
    </message>
    <message>
        <source>base</source>
        <comment>a kind of model</comment>
        <translation>de base</translation>
    </message>
    <message>
        <source>chat</source>
        <comment>a kind of model</comment>
        <translation>de chat</translation>
    </message>
    <message>
        <source>unsure</source>
        <comment>a kind of model</comment>
        <translation>incertain</translation>
    </message>
    <message>
        <source>on {day}</source>
        <comment>a part of a sentence: made on …</comment>
        <translation>le {day}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <comment>a part of a sentence: made from … to …</comment>
        <translation>du {first} au {last}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>{kind}, set by hand</source>
        <translation>{kind}, fixé à la main</translation>
    </message>
    <message>
        <source>{kind}, as far as its file tells</source>
        <translation>{kind}, d’après son fichier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>{architecture} {quantization}, {weights} weights, {size} ({bytes} bytes)</source>
        <translation>{architecture} {quantization}, {weights} poids, {size} ({bytes} octets)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File&apos;s sha256</source>
        <translation>sha256 du fichier</translation>
    </message>
    <message>
        <source>not computed when it answered</source>
        <translation>pas encore calculé au moment de la réponse</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Cadrage</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt système</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a setting</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammaire</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>{n}, {when}</source>
        <translation>{n}, {when}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} et {n} de plus</translation>
    </message>
    <message>
        <source>{n} seed, from {first} to {last}</source>
        <translation>{n} graine, de {first} à {last}</translation>
    </message>
    <message>
        <source>{n} seeds, from {first} to {last}</source>
        <translation>{n} graines, de {first} à {last}</translation>
    </message>
    <message>
        <source>What the votes say</source>
        <translation>Ce que disent les votes</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>ratings with 95 % intervals</source>
        <translation>cotes avec intervalles à 95 %</translation>
    </message>
    <message>
        <source>Contestant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Cote</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Victoires</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>What</source>
        <comment>the head of a table&apos;s first column</comment>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En mots</translation>
    </message>
    <message>
        <source>how the ranking changes if length, headings, lists and bold are held equal</source>
        <translation>à longueur, titres, listes et gras égaux</translation>
    </message>
    <message>
        <source>Who beat whom</source>
        <translation>Qui a battu qui</translation>
    </message>
    <message>
        <source>the row&apos;s wins and losses against each column</source>
        <translation>victoires et défaites de la ligne contre chaque colonne</translation>
    </message>
    <message>
        <source>won</source>
        <comment>a part of a bar</comment>
        <translation>gagné</translation>
    </message>
    <message>
        <source>even</source>
        <comment>a part of a bar</comment>
        <translation>sans vainqueur</translation>
    </message>
    <message>
        <source>lost</source>
        <comment>a part of a bar</comment>
        <translation>perdu</translation>
    </message>
    <message>
        <source>What sways raters</source>
        <translation>Ce qui influence les votants</translation>
    </message>
    <message>
        <source>how often the answer with more of it was picked</source>
        <translation>combien de fois la réponse qui en a plus a été choisie</translation>
    </message>
    <message>
        <source>How often the answer with more of it was picked.</source>
        <translation>Combien de fois la réponse qui en a plus a été choisie.</translation>
    </message>
    <message>
        <source>How far raters agree</source>
        <translation>À quel point les votants sont d’accord</translation>
    </message>
    <message>
        <source>Personality</source>
        <translation>Personnalité</translation>
    </message>
    <message>
        <source>average over all answers, with 95 % intervals</source>
        <translation>moyenne de toutes les réponses, avec intervalles à 95 %</translation>
    </message>
    <message>
        <source>Average over all answers, with 95 % intervals.</source>
        <translation>Moyenne de toutes les réponses, avec intervalles à 95 %.</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Ce qui est mesuré</translation>
    </message>
    <message>
        <source>What is measured:</source>
        <translation>Ce qui est mesuré&#xa0;:</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>comparisons as they were</source>
        <translation>des comparaisons telles quelles</translation>
    </message>
    <message>
        <source>Prompt:</source>
        <translation>Prompt&#xa0;:</translation>
    </message>
    <message>
        <source>(an empty prompt)</source>
        <translation>(un prompt vide)</translation>
    </message>
    <message>
        <source>Nobody voted on it.</source>
        <translation>Personne n’a voté.</translation>
    </message>
    <message>
        <source>Where the answers come from</source>
        <translation>D’où viennent les réponses</translation>
    </message>
    <message>
        <source>enough to make them again</source>
        <translation>de quoi les refaire</translation>
    </message>
    <message>
        <source>This file loads nothing and runs nothing.</source>
        <translation>Ce fichier ne charge rien et n’exécute rien.</translation>
    </message>
    <message>
        <source>{name}:</source>
        <translation>{name}&#xa0;:</translation>
    </message>
    <message>
        <source>{name} wrote:</source>
        <translation>{name} a écrit&#xa0;:</translation>
    </message>
    <message>
        <source>the author of this report</source>
        <translation>l’auteur de ce rapport</translation>
    </message>
    <message>
        <source>The author of this report</source>
        <translation>L’auteur de ce rapport</translation>
    </message>
    <message>
        <source>comparison</source>
        <comment>after 1</comment>
        <translation>comparaison</translation>
    </message>
    <message>
        <source>comparisons</source>
        <comment>after a number</comment>
        <translation>comparaisons</translation>
    </message>
    <message>
        <source>contestant</source>
        <comment>after 1</comment>
        <translation>participant</translation>
    </message>
    <message>
        <source>contestants</source>
        <comment>after a number</comment>
        <translation>participants</translation>
    </message>
    <message>
        <source>vote</source>
        <comment>after 1</comment>
        <translation>vote</translation>
    </message>
    <message>
        <source>votes</source>
        <comment>after a number</comment>
        <translation>votes</translation>
    </message>
    <message>
        <source>rater</source>
        <comment>after 1</comment>
        <translation>votant</translation>
    </message>
    <message>
        <source>raters</source>
        <comment>after a number</comment>
        <translation>votants</translation>
    </message>
    <message>
        <source>cast blind</source>
        <comment>after a share of all votes</comment>
        <translation>à l’aveugle</translation>
    </message>
    <message>
        <source>{comparisons} in {conversations}, made {when}; {voted} voted on.</source>
        <translation>{comparisons} dans {conversations}, {when}&#x202f;; avec des votes&#xa0;: {voted}.</translation>
    </message>
    <message>
        <source>{n} conversation</source>
        <translation>{n} conversation</translation>
    </message>
    <message>
        <source>{n} conversations</source>
        <translation>{n} conversations</translation>
    </message>
    <message>
        <source>{n} more vote repeats a question; it measures the rater and rates nobody.</source>
        <translation>{n} autre vote répète une question&#x202f;; il mesure le votant et n’évalue personne.</translation>
    </message>
    <message>
        <source>{n} more votes repeat a question; they measure the rater and rate nobody.</source>
        <translation>{n} autres votes répètent une question&#x202f;; ils mesurent le votant et n’évaluent personne.</translation>
    </message>
    <message>
        <source>{n} vote is on one aspect of the answers; they are not counted here.</source>
        <translation>{n} vote porte sur un seul aspect des réponses&#x202f;; il n’est pas compté ici.</translation>
    </message>
    <message>
        <source>{n} votes are on one aspect of the answers; they are not counted here.</source>
        <translation>{n} votes portent sur un seul aspect des réponses&#x202f;; ils ne sont pas comptés ici.</translation>
    </message>
    <message>
        <source>{rater} ({votes})</source>
        <translation>{rater} ({votes})</translation>
    </message>
    <message>
        <source>Votes were cast {when}, by {raters} and {n} more.</source>
        <translation>Votes donnés {when}, par {raters} et {n} de plus.</translation>
    </message>
    <message>
        <source>Votes were cast {when}, by {raters}.</source>
        <translation>Votes donnés {when}, par {raters}.</translation>
    </message>
    <message>
        <source>Only {n} chosen conversation.</source>
        <translation>Seulement {n} conversation choisie.</translation>
    </message>
    <message>
        <source>Only {n} chosen conversations.</source>
        <translation>Seulement {n} conversations choisies.</translation>
    </message>
    <message>
        <source>Only votes that were cast blind.</source>
        <translation>Seulement les votes donnés à l’aveugle.</translation>
    </message>
    <message>
        <source>Only what this rater thought: {rater}.</source>
        <translation>Seulement l’avis de ce votant&#xa0;: {rater}.</translation>
    </message>
    <message>
        <source>{n} answer is not measured, because the history can only be read.</source>
        <translation>{n} réponse n’est pas mesurée, car l’historique est en lecture seule.</translation>
    </message>
    <message>
        <source>{n} answers are not measured, because the history can only be read.</source>
        <translation>{n} réponses ne sont pas mesurées, car l’historique est en lecture seule.</translation>
    </message>
    <message>
        <source>What sways {rater}: {n} vote</source>
        <translation>Ce qui influence {rater}&#xa0;: {n} vote</translation>
    </message>
    <message>
        <source>What sways {rater}: {n} votes</source>
        <translation>Ce qui influence {rater}&#xa0;: {n} votes</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{n} %: chance</source>
        <translation>{n} %&#xa0;: le hasard</translation>
    </message>
    <message>
        <source>Too few votes to say what sways {raters} and {n} more.</source>
        <translation>Trop peu de votes pour dire ce qui influence {raters} et {n} de plus.</translation>
    </message>
    <message>
        <source>Too few votes to say what sways {raters}.</source>
        <translation>Trop peu de votes pour dire ce qui influence {raters}.</translation>
    </message>
    <message>
        <source>No vote is like that.</source>
        <translation>Aucun vote ne correspond.</translation>
    </message>
    <message>
        <source>There are no votes yet.</source>
        <translation>Il n’y a pas encore de votes.</translation>
    </message>
    <message>
        <source>Without votes there is nothing to rank.</source>
        <translation>Sans votes, il n’y a rien à classer.</translation>
    </message>
    <message>
        <source>1000 is an average contestant of these votes; 400 points more win ten times as often.</source>
        <translation>1000 est un participant moyen de ces votes&#x202f;; avec 400 points de plus, on gagne dix fois plus souvent.</translation>
    </message>
    <message>
        <source>A rank is 1 plus the number of contestants that are better for certain; so several can share it.</source>
        <translation>Un rang est 1 plus le nombre de participants meilleurs à coup sûr&#x202f;; plusieurs peuvent donc le partager.</translation>
    </message>
    <message>
        <source>With style held equal</source>
        <translation>À style égal</translation>
    </message>
    <message>
        <source>It takes votes on at least two contestants.</source>
        <translation>Il faut des votes sur au moins deux participants.</translation>
    </message>
    <message>
        <source>None of these votes is on measured answers yet.</source>
        <translation>Aucun de ces votes ne porte encore sur des réponses mesurées.</translation>
    </message>
    <message>
        <source>The best {most} of {n} contestants are shown.</source>
        <translation>Les {most} meilleurs participants sur {n} sont affichés.</translation>
    </message>
    <message>
        <source>{n} of {all} contestants are shown.</source>
        <translation>{n} participants sur {all} sont affichés.</translation>
    </message>
    <message>
        <source>{measure}, in 100 words</source>
        <translation>{measure}, sur 100 mots</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>{name}: {values}.</source>
        <translation>{name}&#xa0;: {values}.</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Wins and half of what was undecided, of all votes.</source>
        <translation>Les victoires et la moitié des votes qui ne tranchent pas, sur tous les votes.</translation>
    </message>
    <message>
        <source>Held to be correct</source>
        <translation>Jugées correctes</translation>
    </message>
    <message>
        <source>Of the answers that raters judged. What is preferred need not be right.</source>
        <translation>Parmi les réponses jugées par les votants. Ce qui est préféré n’est pas forcément juste.</translation>
    </message>
    <message>
        <source>{name}: {n} answer</source>
        <translation>{name}&#xa0;: {n} réponse</translation>
    </message>
    <message>
        <source>{name}: {n} answers</source>
        <translation>{name}&#xa0;: {n} réponses</translation>
    </message>
    <message>
        <source>preferred in {share} of {n} vote</source>
        <translation>préféré dans {share} de {n} vote</translation>
    </message>
    <message>
        <source>preferred in {share} of {n} votes</source>
        <translation>préféré dans {share} des {n} votes</translation>
    </message>
    <message>
        <source>correct {share} of {n} judged</source>
        <translation>{share} de justes sur {n} jugées</translation>
    </message>
    <message>
        <source>described as {words}</source>
        <translation>décrit comme {words}</translation>
    </message>
    <message>
        <source>Not found in any of these answers: {measures}.</source>
        <translation>Dans aucune de ces réponses&#xa0;: {measures}.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>{value} (one answer)</source>
        <translation>{value} (une réponse)</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} à {high})</translation>
    </message>
    <message>
        <source>{amount} in 100 words</source>
        <translation>{amount} sur 100 mots</translation>
    </message>
    <message>
        <source>Reading votes: {done} of {total} comparisons</source>
        <translation>Lecture des votes&#xa0;: {done} comparaisons sur {total}</translation>
    </message>
    <message>
        <source>Reading measures: {done} of {total} answers</source>
        <translation>Lecture des mesures&#xa0;: {done} réponses sur {total}</translation>
    </message>
    <message>
        <source>Measuring answers: {done} of {total} done</source>
        <translation>Mesure des réponses&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Working out intervals: {done} of {total} samples</source>
        <translation>Calcul des intervalles&#xa0;: {done} tirages sur {total}</translation>
    </message>
    <message>
        <source>{n} vote compares a contestant with itself; that says nothing about who is better.</source>
        <translation>{n} vote compare un participant à lui-même&#x202f;; cela ne dit pas qui est meilleur.</translation>
    </message>
    <message>
        <source>{n} votes compare a contestant with itself; that says nothing about who is better.</source>
        <translation>{n} votes comparent un participant à lui-même&#x202f;; cela ne dit pas qui est meilleur.</translation>
    </message>
    <message>
        <source>{seen} of {n} votes were cast with the names in view.</source>
        <translation>{seen} votes sur {n} ont été donnés avec les noms visibles.</translation>
    </message>
    <message>
        <source>All votes were cast with the names in view. Blind votes say more.</source>
        <translation>Tous les votes ont été donnés avec les noms visibles. Les votes à l’aveugle en disent plus.</translation>
    </message>
    <message>
        <source>{n} more neighbours can&apos;t be told apart.</source>
        <translation>{n} autres voisins ne peuvent pas être départagés.</translation>
    </message>
    <message>
        <source>Longer answer</source>
        <translation>Réponse plus longue</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Côté gauche</translation>
    </message>
    <message>
        <source>Headings, lists, bold</source>
        <translation>Titres, listes, gras</translation>
    </message>
    <message>
        <source>More headings</source>
        <translation>Plus de titres</translation>
    </message>
    <message>
        <source>More list items</source>
        <translation>Plus de points de liste</translation>
    </message>
    <message>
        <source>More in bold</source>
        <translation>Plus de gras</translation>
    </message>
    <message>
        <source>More hedging words</source>
        <translation>Plus de réserves</translation>
    </message>
    <message>
        <source>More polite words</source>
        <translation>Plus de mots polis</translation>
    </message>
    <message>
        <source>Easier to read</source>
        <translation>Plus facile à lire</translation>
    </message>
    <message>
        <source>Faster model</source>
        <translation>Modèle plus rapide</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>{trait}: picked {share} of the time over an otherwise equal one ({low} to {high}).</source>
        <translation>{trait}&#xa0;: choix dans {share} des cas, tout le reste étant égal ({low} à {high}).</translation>
    </message>
    <message>
        <source>{trait}: picked {share} of the time over an otherwise equal one ({low} to {high}), within chance.</source>
        <translation>{trait}&#xa0;: choix dans {share} des cas, tout le reste étant égal ({low} à {high}), possible par hasard.</translation>
    </message>
    <message>
        <source>too few votes</source>
        <translation>trop peu de votes</translation>
    </message>
    <message>
        <source>within chance</source>
        <translation>possible par hasard</translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation>plus que le hasard</translation>
    </message>
    <message>
        <source>less than chance</source>
        <translation>moins que le hasard</translation>
    </message>
    <message>
        <source>{n} contestant</source>
        <translation>{n} participant</translation>
    </message>
    <message>
        <source>{n} contestants</source>
        <translation>{n} participants</translation>
    </message>
    <message>
        <source>{n} rater</source>
        <translation>{n} votant</translation>
    </message>
    <message>
        <source>{n} raters</source>
        <translation>{n} votants</translation>
    </message>
    <message>
        <source>{n} (few)</source>
        <translation>{n} (peu)</translation>
    </message>
    <message>
        <source>Ratings with 95 % intervals</source>
        <translation>Cotes avec intervalles à 95&#xa0;%</translation>
    </message>
    <message>
        <source>{n} tie</source>
        <translation>{n} égalité</translation>
    </message>
    <message>
        <source>{n} ties</source>
        <translation>{n} égalités</translation>
    </message>
    <message>
        <source>{n} both bad</source>
        <translation>{n} toutes deux mauvaises</translation>
    </message>
    <message>
        <source>Wins : losses against</source>
        <translation>Victoires : défaites contre</translation>
    </message>
    <message>
        <source>Ratings without and with style control</source>
        <translation>Cotes sans et avec contrôle du style</translation>
    </message>
    <message>
        <source>as voted</source>
        <translation>selon les votes</translation>
    </message>
    <message>
        <source>style held equal</source>
        <translation>à style égal</translation>
    </message>
    <message>
        <source>{n} vote is left out here, because an answer is not measured yet.</source>
        <translation>{n} vote est laissé de côté ici, car une réponse n’est pas encore mesurée.</translation>
    </message>
    <message>
        <source>{n} votes are left out here, because an answer is not measured yet.</source>
        <translation>{n} votes sont laissés de côté ici, car une réponse n’est pas encore mesurée.</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Choisie</translation>
    </message>
    <message>
        <source>picked less often</source>
        <translation>moins choisie</translation>
    </message>
    <message>
        <source>picked more often</source>
        <translation>plus choisie</translation>
    </message>
    <message>
        <source>What sways you</source>
        <translation>Ce qui vous influence</translation>
    </message>
    <message>
        <source>What sways {rater}</source>
        <translation>Ce qui influence {rater}</translation>
    </message>
    <message>
        <source>Nothing stands out from chance so far.</source>
        <translation>Rien ne se détache du hasard pour l’instant.</translation>
    </message>
    <message>
        <source>Too few votes to say anything about: {traits}.</source>
        <translation>Trop peu de votes pour dire quoi que ce soit de&#xa0;: {traits}.</translation>
    </message>
    <message>
        <source>{share} of {n} ({low} to {high})</source>
        <translation>{share} de {n} ({low} à {high})</translation>
    </message>
    <message>
        <source>no votes against others</source>
        <translation>aucun vote contre d’autres</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>There is less memory than when this run began, so its prompts are answered one at a time from here on. Answers may come out otherwise than they would have.</source>
        <translation>Il y a moins de mémoire qu’au début de ce passage&#xa0;: à partir d’ici, les prompts sont traités un par un. Les réponses peuvent différer de ce qu’elles auraient été.</translation>
    </message>
    <message>
        <source>There is more memory than when this run began, so several prompts are answered at once from here on. Answers may come out otherwise than they would have.</source>
        <translation>Il y a plus de mémoire qu’au début de ce passage&#xa0;: à partir d’ici, plusieurs prompts sont traités à la fois. Les réponses peuvent différer de ce qu’elles auraient été.</translation>
    </message>
    <message>
        <source>This run is going on already.</source>
        <translation>Ce passage est déjà en cours.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it first.</source>
        <translation>Attendez sa fin, ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>{name} has no chat template, so it can&apos;t be given the chat framing.</source>
        <translation>{name} n’a pas de gabarit de chat, le cadrage chat lui est donc impossible.</translation>
    </message>
    <message>
        <source>Choose another framing for it.</source>
        <translation>Choisissez-lui un autre cadrage.</translation>
    </message>
    <message>
        <source>Loading {name}, {percent} %</source>
        <translation>Chargement de {name}, {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name} répond</translation>
    </message>
    <message>
        <source>Starting {name} again</source>
        <translation>Redémarrage de {name}</translation>
    </message>
    <message>
        <source>The suite of the run “{title}” can&apos;t be read: {why}.</source>
        <translation>La série du passage «&#xa0;{title}&#xa0;» ne peut pas être lue&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>It was written by another version of Counterpoint. Its answers can be read all the same.</source>
        <translation>Elle a été écrite par une autre version de Counterpoint. Ses réponses restent lisibles.</translation>
    </message>
    <message>
        <source>The model {name} of this run is not on this computer, or its file has changed.</source>
        <translation>Le modèle {name} de ce passage n’est pas sur cet ordinateur, ou son fichier a changé.</translation>
    </message>
    <message>
        <source>Put the file back, or add it to the models.</source>
        <translation>Remettez le fichier, ou ajoutez-le aux modèles.</translation>
    </message>
    <message>
        <source>All prompts worth trying</source>
        <translation>Tous les prompts à essayer</translation>
    </message>
    <message>
        <source>You have not voted.</source>
        <translation>Vous n’avez pas voté.</translation>
    </message>
    <message>
        <source>You voted on {n} pair.</source>
        <translation>Vous avez voté sur {n} paire.</translation>
    </message>
    <message>
        <source>You voted on {n} pairs.</source>
        <translation>Vous avez voté sur {n} paires.</translation>
    </message>
    <message>
        <source>{repeats} pairs came twice, the second time with their sides swapped: you said the same again {same} of {repeats} times.</source>
        <translation>{repeats} paires sont revenues, la seconde fois avec les côtés échangés&#xa0;: vous avez redit la même chose {same} fois sur {repeats}.</translation>
    </message>
    <message>
        <source>One pair came twice, the second time with its sides swapped: you said the same again.</source>
        <translation>Une paire est revenue, la seconde fois avec les côtés échangés&#xa0;: vous avez redit la même chose.</translation>
    </message>
    <message>
        <source>One pair came twice, the second time with its sides swapped: you said something else the second time.</source>
        <translation>Une paire est revenue, la seconde fois avec les côtés échangés&#xa0;: vous avez dit autre chose la seconde fois.</translation>
    </message>
    <message>
        <source>Keeping this comparison met a bug.</source>
        <translation>Un bogue a empêché de conserver cette comparaison.</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Merci de le signaler.</translation>
    </message>
    <message>
        <source>{name} has crashed {times} times.</source>
        <translation>{name} a planté {times} fois.</translation>
    </message>
    <message>
        <source>Choose another model for this side, or press “Start again” to try once more.</source>
        <translation>Choisissez un autre modèle pour ce côté, ou cliquez sur «&#xa0;Redémarrer&#xa0;» pour essayer encore une fois.</translation>
    </message>
    <message>
        <source>It was stopped before it began.</source>
        <translation>Elle a été arrêtée avant de commencer.</translation>
    </message>
    <message>
        <source>one that ships with the program</source>
        <translation>celui d’un élément fourni avec le programme</translation>
    </message>
    <message>
        <source>{file}: the id {id} is that of {other}.</source>
        <translation>{file}&#xa0;: l’identifiant {id} est déjà pris par {other}.</translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation>Donnez-lui un autre identifiant.</translation>
    </message>
    <message>
        <source>Several {noun}s begin with {name}.</source>
        <translation>Plusieurs {noun}s commencent par {name}.</translation>
    </message>
    <message>
        <source>Say which: {names}.</source>
        <translation>Précisez&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>There is no {noun} {name}.</source>
        <translation>Il n’y a pas de {noun} {name}.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Vouliez-vous dire {name}&#x202f;?</translation>
    </message>
    <message>
        <source>The answer is no longer in the history.</source>
        <translation>La réponse n’est plus dans l’historique.</translation>
    </message>
    <message>
        <source>Was its session deleted meanwhile?</source>
        <translation>Sa session a-t-elle été supprimée entre-temps&#x202f;?</translation>
    </message>
    <message>
        <source>There is no such answer in the history.</source>
        <translation>Cette réponse n’est pas dans l’historique.</translation>
    </message>
    <message>
        <source>The backup {path} can&apos;t be written: {why}.</source>
        <translation>La sauvegarde {path} ne peut pas être écrite&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>There is no backup {path}.</source>
        <translation>Il n’y a pas de sauvegarde {path}.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The backup {path} is damaged.</source>
        <translation>La sauvegarde {path} est endommagée.</translation>
    </message>
    <message>
        <source>Choose another one. Nothing was changed.</source>
        <translation>Choisissez-en une autre. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The backup can&apos;t be put in place: {why}.</source>
        <translation>La sauvegarde ne peut pas être mise en place&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The session is no longer in the history.</source>
        <translation>La session n’est plus dans l’historique.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Commencez-en une nouvelle.</translation>
    </message>
    <message>
        <source>The turn to go on from is in another session.</source>
        <translation>Le tour à continuer est dans une autre session.</translation>
    </message>
    <message>
        <source>The turn to go on from has been deleted.</source>
        <translation>Le tour à continuer a été supprimé.</translation>
    </message>
    <message>
        <source>Bring it back, or go on from another one.</source>
        <translation>Restaurez-le, ou continuez à partir d’un autre.</translation>
    </message>
    <message>
        <source>The id is empty.</source>
        <translation>L’id est vide.</translation>
    </message>
    <message>
        <source>See `counterpoint history`.</source>
        <translation>Voir `counterpoint history`.</translation>
    </message>
    <message>
        <source>No comparison has an id that begins with “{beginning}”.</source>
        <translation>Aucune comparaison n’a un id qui commence par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>Several ids begin with “{beginning}”.</source>
        <translation>Plusieurs ids commencent par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>Give more of it: {ids}.</source>
        <translation>Donnez-en davantage&#xa0;: {ids}.</translation>
    </message>
    <message>
        <source>There is no such comparison in the history.</source>
        <translation>Cette comparaison n’est pas dans l’historique.</translation>
    </message>
    <message>
        <source>This run is going on.</source>
        <translation>Ce passage est en cours.</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>The history is damaged: a part of it can&apos;t be read.</source>
        <translation>L’historique est endommagé&#xa0;: une partie est illisible.</translation>
    </message>
    <message>
        <source>Start the program again: it checks the file, sets it aside if need be, and says where. Backups are kept.</source>
        <translation>Redémarrez le programme&#xa0;: il vérifie le fichier, le met de côté si nécessaire et dit où. Les sauvegardes sont conservées.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written: the disk is full.</source>
        <translation>L’historique ne peut pas être écrit&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>Free some space. What is kept already can still be read.</source>
        <translation>Libérez de la place. Ce qui est déjà enregistré reste lisible.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written or read: the disk reports an error.</source>
        <translation>L’historique ne peut être ni écrit ni lu&#xa0;: le disque signale une erreur.</translation>
    </message>
    <message>
        <source>Check the free space and the disk. What is kept already may still be read.</source>
        <translation>Vérifiez l’espace libre et le disque. Ce qui est déjà enregistré est peut-être encore lisible.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written: its file or folder is read-only.</source>
        <translation>L’historique ne peut pas être écrit&#xa0;: son fichier ou son dossier est en lecture seule.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder. What is kept already can still be read.</source>
        <translation>Vérifiez les droits d’accès du dossier. Ce qui est déjà enregistré reste lisible.</translation>
    </message>
    <message>
        <source>The history is in use by another program, which does not let go.</source>
        <translation>L’historique est utilisé par un autre programme, qui ne le libère pas.</translation>
    </message>
    <message>
        <source>Close other windows and commands of this program, then try again.</source>
        <translation>Fermez les autres fenêtres et commandes de ce programme, puis réessayez.</translation>
    </message>
    <message>
        <source>The history {path} can&apos;t be written: {why}.</source>
        <translation>L’historique {path} ne peut pas être écrit&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Check the permissions of its folder. What is kept already can still be read.</source>
        <translation>Vérifiez les droits d’accès de son dossier. Ce qui est déjà enregistré reste lisible.</translation>
    </message>
    <message>
        <source>Restore the backup {name}.</source>
        <translation>Restaurez la sauvegarde {name}.</translation>
    </message>
    <message>
        <source>There is no backup yet to go back to.</source>
        <translation>Il n’y a pas encore de sauvegarde à restaurer.</translation>
    </message>
    <message>
        <source>The history was damaged. It is kept as {name}, and a new one was begun.</source>
        <translation>L’historique était endommagé. Il est conservé sous {name}, et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>{path} is a database of another program.</source>
        <translation>{path} est une base de données d’un autre programme.</translation>
    </message>
    <message>
        <source>Choose another place for the history. Nothing was changed.</source>
        <translation>Choisissez un autre endroit pour l’historique. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The history {path} does not say which version of Counterpoint made it.</source>
        <translation>L’historique {path} ne dit pas quelle version de Counterpoint l’a créé.</translation>
    </message>
    <message>
        <source>Move it elsewhere, or put a backup in its place. Nothing was changed.</source>
        <translation>Déplacez-le, ou mettez une sauvegarde à sa place. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Counterpoint. It can be read here, but nothing can be added.</source>
        <translation>L’historique a été écrit par une version plus récente de Counterpoint. Il est lisible ici, mais rien ne peut y être ajouté.</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Counterpoint, and this version can&apos;t read it.</source>
        <translation>L’historique a été écrit par une version plus récente de Counterpoint, et cette version ne peut pas le lire.</translation>
    </message>
    <message>
        <source>Nothing is being kept. {why}</source>
        <translation>Rien n’est conservé. {why}</translation>
    </message>
    <message>
        <source>There is no such run in the history.</source>
        <translation>Ce passage n’est pas dans l’historique.</translation>
    </message>
    <message>
        <source>See `counterpoint runs list`.</source>
        <translation>Voir `counterpoint runs list`.</translation>
    </message>
    <message>
        <source>No run has an id that begins with “{beginning}”.</source>
        <translation>Aucun passage n’a un id qui commence par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>Several runs have ids that begin with “{beginning}”.</source>
        <translation>Plusieurs passages ont un id qui commence par «&#xa0;{beginning}&#xa0;».</translation>
    </message>
    <message>
        <source>This run is going on already, in another window or command.</source>
        <translation>Ce passage est déjà en cours, dans une autre fenêtre ou commande.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there first.</source>
        <translation>Attendez sa fin, ou arrêtez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>This run is in the trash.</source>
        <translation>Ce passage est dans la corbeille.</translation>
    </message>
    <message>
        <source>Take it out of there first.</source>
        <translation>Sortez-le d’abord de là.</translation>
    </message>
    <message>
        <source>There is no such session in the history.</source>
        <translation>Cette session n’est pas dans l’historique.</translation>
    </message>
    <message>
        <source>First meeting</source>
        <translation>Première rencontre</translation>
    </message>
    <message>
        <source>One answers, the other goes on writing. Which one knows that you asked something?</source>
        <translation>L’un répond, l’autre continue d’écrire. Lequel sait que vous avez posé une question&#x202f;?</translation>
    </message>
    <message>
        <source>Follows instructions</source>
        <translation>Suit les consignes</translation>
    </message>
    <message>
        <source>Count the words, the sentences, the steps. Was it done as asked?</source>
        <translation>Comptez les mots, les phrases, les étapes. Est-ce fait comme demandé&#x202f;?</translation>
    </message>
    <message>
        <source>Knows when to stop</source>
        <translation>Sait quand s’arrêter</translation>
    </message>
    <message>
        <source>Look at the foot of each pane: did it stop by itself, or was it cut off?</source>
        <translation>Regardez sous chaque réponse&#xa0;: s’est-elle finie d’elle-même, ou a-t-elle été coupée&#x202f;?</translation>
    </message>
    <message>
        <source>Where a base model shines</source>
        <translation>Où un modèle de base brille</translation>
    </message>
    <message>
        <source>A base model goes on with text. Give it a beginning instead of a question.</source>
        <translation>Un modèle de base continue un texte. Donnez-lui un début plutôt qu’une question.</translation>
    </message>
    <message>
        <source>Tone and manners</source>
        <translation>Ton et manières</translation>
    </message>
    <message>
        <source>Who speaks to you, who is polite, who sounds sure of itself?</source>
        <translation>Qui vous parle, qui est poli, qui semble sûr de lui&#x202f;?</translation>
    </message>
    <message>
        <source>Sure but wrong</source>
        <translation>Sûr mais faux</translation>
    </message>
    <message>
        <source>Mark what is correct apart from what you like better.</source>
        <translation>Notez ce qui est correct à part de ce que vous préférez.</translation>
    </message>
    <message>
        <source>It lacks {words}.</source>
        <translation>Il y manque {words}.</translation>
    </message>
    <message>
        <source>It has none of {words}.</source>
        <translation>On n’y trouve rien de {words}.</translation>
    </message>
    <message>
        <source>It has {words}.</source>
        <translation>On y trouve {words}.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>{words} and others</source>
        <translation>{words} et d’autres</translation>
    </message>
    <message>
        <source>name the words in `any` or in `all`</source>
        <translation>nommez les mots dans `any` ou dans `all`</translation>
    </message>
    <message>
        <source>the pattern is no regular expression of RE2: {why}</source>
        <translation>le motif n’est pas une expression régulière de RE2&#xa0;: {why}</translation>
    </message>
    <message>
        <source>`least` is {least}, which is above `most`, {most}</source>
        <translation>`least` vaut {least}, plus que `most`, {most}</translation>
    </message>
    <message>
        <source>It gives the answer “{answer}”.</source>
        <translation>Elle donne la réponse «&#xa0;{answer}&#xa0;».</translation>
    </message>
    <message>
        <source>It says neither yes nor no at its beginning. Look yourself.</source>
        <translation>Elle ne dit ni oui ni non au début. Voyez vous-même.</translation>
    </message>
    <message>
        <source>It speaks of “{answer}”, but not as a plain answer. Look yourself.</source>
        <translation>Elle parle de «&#xa0;{answer}&#xa0;», mais pas comme une réponse nette. Voyez vous-même.</translation>
    </message>
    <message>
        <source>It does not give the answer “{answer}”.</source>
        <translation>Elle ne donne pas la réponse «&#xa0;{answer}&#xa0;».</translation>
    </message>
    <message>
        <source>The pattern is found in it.</source>
        <translation>Le motif s’y trouve.</translation>
    </message>
    <message>
        <source>The pattern is not found in it.</source>
        <translation>Le motif ne s’y trouve pas.</translation>
    </message>
    <message>
        <source>It may be declining, in words that are no plain refusal. Look yourself.</source>
        <translation>C’est peut-être un refus, en mots peu nets. Voyez vous-même.</translation>
    </message>
    <message>
        <source>It declines.</source>
        <translation>Elle refuse.</translation>
    </message>
    <message>
        <source>It does not decline.</source>
        <translation>Elle ne refuse pas.</translation>
    </message>
    <message>
        <source>stops by itself</source>
        <translation>s’arrête d’elle-même</translation>
    </message>
    <message>
        <source>{span} sentence</source>
        <translation>{span} phrase</translation>
    </message>
    <message>
        <source>{span} sentences</source>
        <translation>{span} phrases</translation>
    </message>
    <message>
        <source>{span} word</source>
        <translation>{span} mot</translation>
    </message>
    <message>
        <source>{span} words</source>
        <translation>{span} mots</translation>
    </message>
    <message>
        <source>a list of {n}</source>
        <translation>une liste de {n}</translation>
    </message>
    <message>
        <source>has {words}</source>
        <translation>contient {words}</translation>
    </message>
    <message>
        <source>does not have {words}</source>
        <translation>ne contient pas {words}</translation>
    </message>
    <message>
        <source>the answer is {words}</source>
        <translation>la réponse est {words}</translation>
    </message>
    <message>
        <source>matches {pattern}</source>
        <translation>correspond à {pattern}</translation>
    </message>
    <message>
        <source>does not decline</source>
        <translation>ne refuse pas</translation>
    </message>
    <message>
        <source>JSON and nothing else</source>
        <translation>Du JSON et rien d’autre</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>un seul mot</translation>
    </message>
    <message>
        <source>a number and nothing else</source>
        <translation>un nombre et rien d’autre</translation>
    </message>
    <message>
        <source>yes or no and nothing else</source>
        <translation>oui ou non et rien d’autre</translation>
    </message>
    <message>
        <source>has a table</source>
        <translation>contient un tableau</translation>
    </message>
    <message>
        <source>has a block of code</source>
        <translation>contient un bloc de code</translation>
    </message>
    <message>
        <source>capital letters only</source>
        <translation>uniquement des majuscules</translation>
    </message>
    <message>
        <source>small letters only</source>
        <translation>uniquement des minuscules</translation>
    </message>
    <message>
        <source>{n} list item</source>
        <translation>{n} point de liste</translation>
    </message>
    <message>
        <source>{n} list items</source>
        <translation>{n} points de liste</translation>
    </message>
    <message>
        <source>It has {found}; {wanted} asked for.</source>
        <translation>Elle a {found}&#x202f;; demandé&#xa0;: {wanted}.</translation>
    </message>
    <message>
        <source>It has {found} but was cut off, so it is not known how many follow.</source>
        <translation>Elle a {found} mais a été coupée&#xa0;: on ne sait pas combien suivent.</translation>
    </message>
    <message>
        <source>It is not JSON, or there is other text around the JSON.</source>
        <translation>Ce n’est pas du JSON, ou il y a du texte autour.</translation>
    </message>
    <message>
        <source>It is a single value, not a JSON object or list.</source>
        <translation>C’est une valeur seule, pas un objet ou une liste JSON.</translation>
    </message>
    <message>
        <source>It is JSON.</source>
        <translation>C’est du JSON.</translation>
    </message>
    <message>
        <source>It is one word.</source>
        <translation>C’est un seul mot.</translation>
    </message>
    <message>
        <source>It has {n} word; one asked for.</source>
        <translation>Elle a {n} mot&#x202f;; il en fallait un.</translation>
    </message>
    <message>
        <source>It has {n} words; one asked for.</source>
        <translation>Elle a {n} mots&#x202f;; il en fallait un.</translation>
    </message>
    <message>
        <source>It is a number.</source>
        <translation>C’est un nombre.</translation>
    </message>
    <message>
        <source>It is not a number in digits alone.</source>
        <translation>Ce n’est pas un nombre en chiffres seuls.</translation>
    </message>
    <message>
        <source>It says {word} and nothing else.</source>
        <translation>Elle dit {word} et rien d’autre.</translation>
    </message>
    <message>
        <source>It says {word}, but goes on.</source>
        <translation>Elle dit {word}, mais continue.</translation>
    </message>
    <message>
        <source>It says neither yes nor no.</source>
        <translation>Elle ne dit ni oui ni non.</translation>
    </message>
    <message>
        <source>It has a table.</source>
        <translation>Elle a un tableau.</translation>
    </message>
    <message>
        <source>It has no table.</source>
        <translation>Elle n’a pas de tableau.</translation>
    </message>
    <message>
        <source>It has a block of code.</source>
        <translation>Elle a un bloc de code.</translation>
    </message>
    <message>
        <source>It has no block of code.</source>
        <translation>Elle n’a pas de bloc de code.</translation>
    </message>
    <message>
        <source>All letters are capitals.</source>
        <translation>Toutes les lettres sont des majuscules.</translation>
    </message>
    <message>
        <source>Not all letters are capitals.</source>
        <translation>Toutes les lettres ne sont pas des majuscules.</translation>
    </message>
    <message>
        <source>All letters are small.</source>
        <translation>Toutes les lettres sont des minuscules.</translation>
    </message>
    <message>
        <source>Not all letters are small.</source>
        <translation>Toutes les lettres ne sont pas des minuscules.</translation>
    </message>
    <message>
        <source>It stopped by itself.</source>
        <translation>Elle s’est arrêtée d’elle-même.</translation>
    </message>
    <message>
        <source>Sentences can&apos;t be counted in this writing.</source>
        <translation>Les phrases ne se comptent pas dans cette écriture.</translation>
    </message>
    <message>
        <source>{n} sentence</source>
        <translation>{n} phrase</translation>
    </message>
    <message>
        <source>{n} sentences</source>
        <translation>{n} phrases</translation>
    </message>
    <message>
        <source>Words can&apos;t be counted in this writing.</source>
        <translation>Les mots ne se comptent pas dans cette écriture.</translation>
    </message>
    <message>
        <source>{n} word</source>
        <translation>{n} mot</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} mots</translation>
    </message>
    <message>
        <source>exactly {n}</source>
        <translation>exactement {n}</translation>
    </message>
    <message>
        <source>at most {n}</source>
        <translation>au plus {n}</translation>
    </message>
    <message>
        <source>It has {found} but was cut off, so it is not known how long it would be.</source>
        <translation>Elle a {found} mais a été coupée&#xa0;: on ne sait pas quelle longueur elle aurait.</translation>
    </message>
    <message>
        <source>it is not CSV: {why}.</source>
        <translation>ce n’est pas du CSV&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>See that every quote has its other half.</source>
        <translation>Vérifiez que chaque guillemet est refermé.</translation>
    </message>
    <message>
        <source>it has {n} fields, but there are {columns} columns.</source>
        <translation>elle a {n} champs, mais il y a {columns} colonnes.</translation>
    </message>
    <message>
        <source>no column is called prompt.</source>
        <translation>aucune colonne ne s’appelle prompt.</translation>
    </message>
    <message>
        <source>The first line names the columns: {columns}.</source>
        <translation>La première ligne nomme les colonnes&#xa0;: {columns}.</translation>
    </message>
    <message>
        <source>two columns are called {name}.</source>
        <translation>deux colonnes s’appellent {name}.</translation>
    </message>
    <message>
        <source>the suite</source>
        <translation>la série</translation>
    </message>
    <message>
        <source>prompt {n}</source>
        <translation>prompt {n}</translation>
    </message>
    <message>
        <source>Prompt {n} has the same id.</source>
        <translation>Le prompt {n} a le même id.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>un tableau de champs</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>une heure</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un jour</translation>
    </message>
    <message>
        <source>an id is made of small letters, digits, hyphens and dots, 64 at most</source>
        <translation>un id se compose de minuscules, chiffres, traits d’union et points, 64 au plus</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>il n’y a rien dedans</translation>
    </message>
    <message>
        <source>a title is one line that begins with no space</source>
        <translation>un titre est une seule ligne qui ne commence pas par une espace</translation>
    </message>
    <message>
        <source>a tag is made of letters, digits, spaces and hyphens, 40 at most</source>
        <translation>une étiquette se compose de lettres, chiffres, espaces et traits d’union, 40 au plus</translation>
    </message>
    <message>
        <source>there is no field `{name}`</source>
        <translation>il n’y a pas de champ `{name}`</translation>
    </message>
    <message>
        <source>the field `{name}` is missing</source>
        <translation>le champ `{name}` manque</translation>
    </message>
    <message>
        <source>it should be {wanted}, not {found}</source>
        <translation>il faut {wanted}, et non {found}</translation>
    </message>
    <message>
        <source>it should be {n} or more</source>
        <translation>il faut {n} ou plus</translation>
    </message>
    <message>
        <source>it should be {n} or less</source>
        <translation>il faut {n} ou moins</translation>
    </message>
    <message>
        <source>it is longer than {n} characters</source>
        <translation>il y a plus de {n} caractères</translation>
    </message>
    <message>
        <source>there are more than {n}</source>
        <translation>il y en a plus de {n}</translation>
    </message>
    <message>
        <source>there is no {value} to choose</source>
        <translation>il n’y a pas de {value} à choisir</translation>
    </message>
    <message>
        <source>it has characters that can&apos;t stand there</source>
        <translation>il y a des caractères qui ne peuvent pas être là</translation>
    </message>
    <message>
        <source>item {n}</source>
        <translation>prompt {n}</translation>
    </message>
    <message>
        <source>There is no prompt in {name}.</source>
        <translation>Il n’y a pas de prompt dans {name}.</translation>
    </message>
    <message>
        <source>Give it one a line.</source>
        <translation>Mettez-en un par ligne.</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>there are more than {n} prompts.</source>
        <translation>il y a plus de {n} prompts.</translation>
    </message>
    <message>
        <source>Divide the file into several.</source>
        <translation>Divisez le fichier en plusieurs.</translation>
    </message>
    <message>
        <source>the id {id} is that of line {line} already.</source>
        <translation>l’id {id} est déjà celui de la ligne {line}.</translation>
    </message>
    <message>
        <source>{what} (in {field}).</source>
        <translation>{what} (dans {field}).</translation>
    </message>
    <message>
        <source>this is one JSON list.</source>
        <translation>c’est une seule liste JSON.</translation>
    </message>
    <message>
        <source>Write each of its objects on a line of its own.</source>
        <translation>Écrivez chacun de ses objets sur sa propre ligne.</translation>
    </message>
    <message>
        <source>it is not a JSON object.</source>
        <translation>ce n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>it is not JSON: {why}.</source>
        <translation>ce n’est pas du JSON&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>A line has `prompt`, or `instruction`, or `question_id` and `turns`.</source>
        <translation>Une ligne a `prompt`, ou `instruction`, ou `question_id` et `turns`.</translation>
    </message>
    <message>
        <source>it has no prompt.</source>
        <translation>elle n’a pas de prompt.</translation>
    </message>
    <message>
        <source>`turns` is not a list of prompts.</source>
        <translation>`turns` n’est pas une liste de prompts.</translation>
    </message>
    <message>
        <source>the file goes on for too long.</source>
        <translation>le fichier est trop long.</translation>
    </message>
    <message>
        <source>Divide it into several.</source>
        <translation>Divisez-le en plusieurs.</translation>
    </message>
    <message>
        <source>it is not UTF-8 text (byte {n} of the line).</source>
        <translation>ce n’est pas du texte UTF-8 (octet {n} de la ligne).</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <source>There are {n} suites of your own already.</source>
        <translation>Vous avez déjà {n} séries à vous.</translation>
    </message>
    <message>
        <source>Delete some that you don&apos;t need.</source>
        <translation>Supprimez celles dont vous n’avez pas besoin.</translation>
    </message>
    <message>
        <source>{name} was changed by another program meanwhile.</source>
        <translation>{name} a été modifié entre-temps par un autre programme.</translation>
    </message>
    <message>
        <source>Save yours as a copy, then compare the two.</source>
        <translation>Enregistrez la vôtre comme copie, puis comparez les deux.</translation>
    </message>
    <message>
        <source>Another {name} is there now.</source>
        <translation>Un autre {name} est là maintenant.</translation>
    </message>
    <message>
        <source>Take yours out of the trash.</source>
        <translation>Reprenez le vôtre dans la corbeille.</translation>
    </message>
    <message>
        <source>{name} is larger than {n} MB.</source>
        <translation>{name} dépasse {n}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Divide it into several suites.</source>
        <translation>Divisez-la en plusieurs séries.</translation>
    </message>
    <message>
        <source>item {n} has the same id</source>
        <translation>le prompt {n} a le même id</translation>
    </message>
    <message>
        <source>{name}, line {line}: it is not UTF-8 text.</source>
        <translation>{name}, ligne {line}&#xa0;: ce n’est pas du texte UTF-8.</translation>
    </message>
    <message>
        <source>{name}: a key has more than {n} names with dots between them.</source>
        <translation>{name}&#xa0;: une clé a plus de {n} noms séparés par des points.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>l’imbrication est trop profonde</translation>
    </message>
    <message>
        <source>{name} is not TOML: {why}.</source>
        <translation>{name} n’est pas du TOML&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>suite</source>
        <translation>série</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A est meilleure</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Égalité</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>Toutes deux mauvaises</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B est meilleure</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>fin naturelle</translation>
    </message>
    <message>
        <source>ended: stop text</source>
        <translation>fin&#xa0;: texte d’arrêt</translation>
    </message>
    <message>
        <source>cut off: length limit</source>
        <translation>coupée&#xa0;: limite de longueur</translation>
    </message>
    <message>
        <source>cut off: context full</source>
        <translation>coupée&#xa0;: contexte plein</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>arrêtée par vous</translation>
    </message>
    <message>
        <source>Cut off at the length limit.</source>
        <translation>Coupée à la limite de longueur.</translation>
    </message>
    <message>
        <source>Cut off: the context is full.</source>
        <translation>Coupée&#xa0;: le contexte est plein.</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>Arrêtée par vous.</translation>
    </message>
    <message>
        <source>The program ended before this answer did.</source>
        <translation>Le programme s’est fermé avant la fin de cette réponse.</translation>
    </message>
    <message>
        <source>top k</source>
        <translation>top k</translation>
    </message>
    <message>
        <source>top p</source>
        <translation>top p</translation>
    </message>
    <message>
        <source>min p</source>
        <translation>min p</translation>
    </message>
    <message>
        <source>typical p</source>
        <translation>typical p</translation>
    </message>
    <message>
        <source>penalty last n</source>
        <translation>fenêtre des pénalités</translation>
    </message>
    <message>
        <source>dry multiplier</source>
        <translation>DRY force</translation>
    </message>
    <message>
        <source>dry base</source>
        <translation>DRY croissance</translation>
    </message>
    <message>
        <source>dry allowed length</source>
        <translation>DRY longueur admise</translation>
    </message>
    <message>
        <source>dry last n</source>
        <translation>DRY fenêtre</translation>
    </message>
    <message>
        <source>xtc probability</source>
        <translation>XTC chance</translation>
    </message>
    <message>
        <source>xtc threshold</source>
        <translation>XTC seuil</translation>
    </message>
    <message>
        <source>mirostat</source>
        <translation>mirostat</translation>
    </message>
    <message>
        <source>mirostat tau</source>
        <translation>mirostat cible</translation>
    </message>
    <message>
        <source>mirostat eta</source>
        <translation>mirostat apprentissage</translation>
    </message>
    <message>
        <source>logit bias</source>
        <translation>biais de logits</translation>
    </message>
    <message>
        <source>stop texts</source>
        <translation>textes d’arrêt</translation>
    </message>
    <message>
        <source>grammar</source>
        <translation>grammaire</translation>
    </message>
    <message>
        <source>helpful</source>
        <translation>utile</translation>
    </message>
    <message>
        <source>follows the instruction</source>
        <translation>suit la consigne</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>claire</translation>
    </message>
    <message>
        <source>accurate</source>
        <translation>exacte</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>ton</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>sans risque</translation>
    </message>
    <message>
        <source>creative</source>
        <translation>créative</translation>
    </message>
    <message>
        <source>energetic</source>
        <translation>énergique</translation>
    </message>
    <message>
        <source>list-heavy</source>
        <translation>en listes</translation>
    </message>
    <message>
        <source>cautious</source>
        <translation>prudente</translation>
    </message>
    <message>
        <source>reflective</source>
        <translation>réfléchie</translation>
    </message>
    <message>
        <source>paragraph-like</source>
        <translation>en paragraphes</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>exploratoire</translation>
    </message>
    <message>
        <source>chatty</source>
        <translation>bavarde</translation>
    </message>
    <message>
        <source>raw</source>
        <comment>a framing</comment>
        <translation>suite brute</translation>
    </message>
    <message>
        <source>qa</source>
        <comment>a framing</comment>
        <translation>question-réponse</translation>
    </message>
    <message>
        <source>in-context</source>
        <comment>a framing</comment>
        <translation>exemples traités</translation>
    </message>
    <message>
        <source>chat</source>
        <comment>a framing</comment>
        <translation>format de chat</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a setting</comment>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a setting</comment>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>{settings}, {setting}</source>
        <translation>{settings}&#x202f;; {setting}</translation>
    </message>
    <message>
        <source>the oldest turn was left out to fit the context</source>
        <translation>le plus ancien tour a été omis pour tenir dans le contexte</translation>
    </message>
    <message>
        <source>the oldest {n} turns were left out to fit the context</source>
        <translation>les {n} plus anciens tours ont été omis pour tenir dans le contexte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try once more what did not work</source>
        <translation>Essayer encore une fois ce qui n’a pas marché</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>and {others} more</source>
        <translation>et {others} de plus</translation>
    </message>
    <message>
        <source>Counterpoint met a bug.</source>
        <translation>Counterpoint a rencontré un bogue.</translation>
    </message>
    <message>
        <source>What you have done is kept. You can go on; if something looks wrong, start it again.</source>
        <translation>Ce que vous avez fait est conservé. Vous pouvez continuer&#x202f;; si quelque chose semble anormal, relancez le programme.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{aspect}: {choice}</source>
        <translation>{aspect}&#xa0;: {choice}</translation>
    </message>
    <message>
        <source>{aspect}: {choice} ({number} while the keyboard is here). Again takes it back.</source>
        <translation>{aspect}&#xa0;: {choice} ({number} tant que le clavier est ici). Encore une fois pour annuler.</translation>
    </message>
    <message>
        <source>The blind session is over</source>
        <translation>La session à l’aveugle est finie</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Show what all votes say together</source>
        <translation>Voir ce que disent tous les votes ensemble</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Begin another comparison</source>
        <translation>Commencer une autre comparaison</translation>
    </message>
    <message>
        <source>{who}: {count}</source>
        <translation>{who}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>My own, one a line</source>
        <translation>Les miens, un par ligne</translation>
    </message>
    <message>
        <source>Blind session</source>
        <translation>Session à l’aveugle</translation>
    </message>
    <message>
        <source>Prompts from</source>
        <translation>Prompts venant de</translation>
    </message>
    <message>
        <source>Where the prompts come from</source>
        <translation>D’où viennent les prompts</translation>
    </message>
    <message>
        <source>Write or paste prompts here, one a line.</source>
        <translation>Écrivez ou collez ici des prompts, un par ligne.</translation>
    </message>
    <message>
        <source>How many prompts</source>
        <translation>Combien de prompts</translation>
    </message>
    <message>
        <source>How many of these prompts are asked</source>
        <translation>Combien de ces prompts sont posés</translation>
    </message>
    <message>
        <source>Let me reveal each pair after my vote</source>
        <translation>Me laisser dévoiler chaque paire après mon vote</translation>
    </message>
    <message>
        <source>Else it is shown at the end who was who</source>
        <translation>Sinon, on montre à la fin qui était qui</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Ask the first pair (Enter)</source>
        <translation>Poser la première paire (Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Begin nothing (Esc)</source>
        <translation>Ne rien commencer (Esc)</translation>
    </message>
    <message>
        <source>Suite: {name}</source>
        <translation>Série&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Your prompts, one a line</source>
        <translation>Vos prompts, un par ligne</translation>
    </message>
    <message>
        <source>These prompts</source>
        <translation>Ces prompts</translation>
    </message>
    <message>
        <source>A session needs a prompt.</source>
        <translation>Une session a besoin d’un prompt.</translation>
    </message>
    <message>
        <source>One pair comes twice, the second time with the sides swapped, to see how steady your votes are. So there are {pairs} pairs. You can end at any time; your votes stay.</source>
        <translation>Une paire revient une seconde fois, côtés échangés, pour voir si vos votes sont constants. Il y a donc {pairs} paires. Vous pouvez terminer à tout moment&#x202f;; vos votes restent.</translation>
    </message>
    <message>
        <source>{n} pairs come twice, the second time with the sides swapped, to see how steady your votes are. So there are {pairs} pairs. You can end at any time; your votes stay.</source>
        <translation>{n} paires reviennent une seconde fois, côtés échangés, pour voir si vos votes sont constants. Il y a donc {pairs} paires. Vous pouvez terminer à tout moment&#x202f;; vos votes restent.</translation>
    </message>
    <message>
        <source>You can end at any time; your votes stay.</source>
        <translation>Vous pouvez terminer à tout moment&#x202f;; vos votes restent.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>of {n}, drawn by chance</source>
        <translation>sur {n}, tirés au hasard</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>sur {n}</translation>
    </message>
    <message>
        <source>{said}; {n} more can&apos;t be asked on its own</source>
        <translation>{said}&#x202f;; {n} autre ne peut pas être posé seul</translation>
    </message>
    <message>
        <source>{said}; {n} more can&apos;t be asked on their own</source>
        <translation>{said}&#x202f;; {n} autres ne peuvent pas être posés seuls</translation>
    </message>
    <message>
        <source>Until the reveal you see no names and no figures, and both answers appear together. What can&apos;t be hidden: how long an answer is, and a base model&apos;s raw text, which often gives itself away.</source>
        <translation>Avant le dévoilement, vous ne voyez ni noms ni chiffres, et les deux réponses apparaissent ensemble. Ce qui ne peut être caché&#xa0;: la longueur d’une réponse, et le texte brut d’un modèle de base, qui se trahit souvent.</translation>
    </message>
    <message>
        <source>Blind: a draw has decided who stands where. To choose other models, switch Blind off first.</source>
        <translation>À l’aveugle&#xa0;: le sort a décidé qui est de quel côté. Pour choisir d’autres modèles, désactivez d’abord «&#xa0;À l’aveugle&#xa0;».</translation>
    </message>
    <message>
        <source>Both are at work; their answers appear together.</source>
        <translation>Les deux travaillent&#x202f;; leurs réponses apparaîtront ensemble.</translation>
    </message>
    <message>
        <source>Which one is better? After your vote you can reveal who is who.</source>
        <translation>Laquelle est meilleure&#x202f;? Après votre vote, vous pourrez dévoiler qui est qui.</translation>
    </message>
    <message>
        <source>There is nothing to vote on here.</source>
        <translation>Il n’y a rien à voter ici.</translation>
    </message>
    <message>
        <source>Voted blind. You can change your vote until the reveal, or send the next prompt first.</source>
        <translation>Voté à l’aveugle. Vous pouvez changer d’avis jusqu’au dévoilement, ou envoyer le prompt suivant.</translation>
    </message>
    <message>
        <source>Your blind vote is locked. A change now is kept apart, as a vote that was not blind.</source>
        <translation>Votre vote à l’aveugle est verrouillé. Un changement compte maintenant à part, comme vote donné noms visibles.</translation>
    </message>
    <message>
        <source>Your blind vote stays as it was. The vote that you see now was not blind.</source>
        <translation>Votre vote à l’aveugle reste tel quel. Le vote que vous voyez a été donné noms visibles.</translation>
    </message>
    <message>
        <source>Revealed: votes are not blind any more. The next conversation is drawn anew.</source>
        <translation>Dévoilé&#xa0;: les votes ne sont plus à l’aveugle. La prochaine conversation sera tirée au sort de nouveau.</translation>
    </message>
    <message>
        <source>Blind from the next conversation on.</source>
        <translation>À l’aveugle dès la prochaine conversation.</translation>
    </message>
    <message>
        <source>Not blind from the next conversation on.</source>
        <translation>Plus à l’aveugle dès la prochaine conversation.</translation>
    </message>
    <message>
        <source>Shown after the reveal: it would tell who is who.</source>
        <translation>Visible après le dévoilement&#xa0;: cela dirait qui est qui.</translation>
    </message>
    <message>
        <source>Both are asked as soon as their models are ready.</source>
        <translation>Le prompt part dès que les deux modèles sont prêts.</translation>
    </message>
    <message>
        <source>Which one is better?</source>
        <translation>Laquelle est meilleure&#x202f;?</translation>
    </message>
    <message>
        <source>Voted. You can change your vote until you go on.</source>
        <translation>Voté. Vous pouvez changer d’avis avant de continuer.</translation>
    </message>
    <message>
        <source>Your blind vote is locked. What you say now is kept apart, as not blind.</source>
        <translation>Votre vote à l’aveugle est verrouillé. Ce que vous dites maintenant est conservé à part, noms visibles.</translation>
    </message>
    <message>
        <source>A blind session needs two models.</source>
        <translation>Une session à l’aveugle a besoin de deux modèles.</translation>
    </message>
    <message>
        <source>Choose one for each side first.</source>
        <translation>Choisissez-en d’abord un pour chaque côté.</translation>
    </message>
    <message>
        <source>Pair {number} of {count}.</source>
        <translation>Paire {number} sur {count}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop both answers; what has been said stays (Esc)</source>
        <translation>Arrêter les deux réponses&#x202f;; ce qui a été dit reste (Esc)</translation>
    </message>
    <message>
        <source>Reveal   R</source>
        <translation>Dévoiler   R</translation>
    </message>
    <message>
        <source>Show who is who (R, or Alt+R while you type). From then on votes are not blind.</source>
        <translation>Montrer qui est qui (R, ou Alt+R pendant la saisie). Ensuite, les votes ne sont plus à l’aveugle.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Begin another conversation (Ctrl+N)</source>
        <translation>Commencer une autre conversation (Ctrl+N)</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Don&apos;t say this again</source>
        <translation>Ne plus le dire</translation>
    </message>
    <message>
        <source>Next   N</source>
        <translation>Suivante   N</translation>
    </message>
    <message>
        <source>Show the next pair (N or Enter)</source>
        <translation>Montrer la paire suivante (N ou Enter)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>End the blind session; what was voted stays (Ctrl+Shift+B)</source>
        <translation>Terminer la session à l’aveugle&#x202f;; vos votes restent (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation>Comparaison à l’aveugle</translation>
    </message>
    <message>
        <source>Not finished.</source>
        <translation>Pas finie.</translation>
    </message>
    <message>
        <source>The two models don&apos;t fit into memory as you want it.</source>
        <translation>Les deux modèles ne tiennent pas dans la mémoire comme vous le voulez.</translation>
    </message>
    <message>
        <source>Let them run one after the other, close other programs, or choose smaller models.</source>
        <translation>Faites-les répondre l’un après l’autre, fermez d’autres programmes, ou choisissez des modèles plus petits.</translation>
    </message>
    <message>
        <source>One side is a script.</source>
        <translation>Un côté est un script.</translation>
    </message>
    <message>
        <source>A name of a model or of its maker, hidden until the reveal.</source>
        <translation>Un nom de modèle ou d’éditeur, caché jusqu’au dévoilement.</translation>
    </message>
    <message>
        <source>A name that is hidden in a blind comparison.</source>
        <translation>Un nom qui est caché dans une comparaison à l’aveugle.</translation>
    </message>
    <message>
        <source>Both models</source>
        <translation>Les deux modèles</translation>
    </message>
    <message>
        <source>To both</source>
        <translation>Aux deux</translation>
    </message>
    <message>
        <source>Send to both</source>
        <translation>Envoyer aux deux</translation>
    </message>
    <message>
        <source>Send the prompt to both ({key})</source>
        <translation>Envoyer le prompt aux deux ({key})</translation>
    </message>
    <message>
        <source>Send one prompt to both models …</source>
        <translation>Envoyez un prompt aux deux modèles …</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>A seulement</translation>
    </message>
    <message>
        <source>To A only</source>
        <translation>À A seulement</translation>
    </message>
    <message>
        <source>Send to A</source>
        <translation>Envoyer à A</translation>
    </message>
    <message>
        <source>Send the prompt to A ({key})</source>
        <translation>Envoyer le prompt à A ({key})</translation>
    </message>
    <message>
        <source>Send a prompt to A …</source>
        <translation>Envoyez un prompt à A …</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>B seulement</translation>
    </message>
    <message>
        <source>To B only</source>
        <translation>À B seulement</translation>
    </message>
    <message>
        <source>Send to B</source>
        <translation>Envoyer à B</translation>
    </message>
    <message>
        <source>Send the prompt to B ({key})</source>
        <translation>Envoyer le prompt à B ({key})</translation>
    </message>
    <message>
        <source>Send a prompt to B …</source>
        <translation>Envoyez un prompt à B …</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Don&apos;t change the earlier prompt (Esc)</source>
        <translation>Ne pas modifier l’ancien prompt (Esc)</translation>
    </message>
    <message>
        <source>Prompts worth trying (Ctrl+P)</source>
        <translation>Des prompts à essayer (Ctrl+P)</translation>
    </message>
    <message>
        <source>Who the prompt goes to</source>
        <translation>À qui va le prompt</translation>
    </message>
    <message>
        <source>The models are still answering. Esc stops them; then you can send this.</source>
        <translation>Les modèles répondent encore. Esc les arrête&#x202f;; ensuite vous pourrez envoyer ceci.</translation>
    </message>
    <message>
        <source>Blind session …</source>
        <translation>Session à l’aveugle …</translation>
    </message>
    <message>
        <source>Vote blind on one prompt after the other (Ctrl+Shift+B)</source>
        <translation>Voter à l’aveugle sur un prompt après l’autre (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>{characters} characters are too many to send at once; {most} fit.</source>
        <translation>{characters} caractères, c’est trop pour un seul envoi&#x202f;; la limite est de {most}.</translation>
    </message>
    <message>
        <source>Stop the answers (Esc)</source>
        <translation>Arrêter les réponses (Esc)</translation>
    </message>
    <message>
        <source>Side {side} has no model.</source>
        <translation>Le côté {side} n’a pas de modèle.</translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation>Choisissez-en d’abord un.</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Ce modèle</translation>
    </message>
    <message>
        <source>{name} has crashed {times} times, so it was not asked.</source>
        <translation>{name} a planté {times} fois&#x202f;; le prompt ne lui a pas été envoyé.</translation>
    </message>
    <message>
        <source>Press “Start again” to try once more, or choose another model.</source>
        <translation>Cliquez sur «&#xa0;Redémarrer&#xa0;» pour essayer encore une fois, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Rate in detail</source>
        <translation>Noter en détail</translation>
    </message>
    <message>
        <source>+ aspect</source>
        <translation>+ aspect</translation>
    </message>
    <message>
        <source>Rate the answers on something of your own</source>
        <translation>Noter les réponses sur un aspect de votre choix</translation>
    </message>
    <message>
        <source>Changing turn {turn}; the old version stays.</source>
        <translation>Modification du tour {turn}&#x202f;; l’ancienne version reste.</translation>
    </message>
    <message>
        <source>Sending branches from turn {turn}.</source>
        <translation>L’envoi crée une branche au tour {turn}.</translation>
    </message>
    <message>
        <source>This side was not asked.</source>
        <translation>Ce côté n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>Together if they fit</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Both at once if both fit into memory, otherwise one after the other</source>
        <translation>Les deux à la fois s’ils tiennent en mémoire, sinon l’un après l’autre</translation>
    </message>
    <message>
        <source>Both at once</source>
        <translation>Les deux à la fois</translation>
    </message>
    <message>
        <source>Both answer at the same time and share the cores</source>
        <translation>Les deux répondent en même temps et se partagent les cœurs</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>L’un après l’autre</translation>
    </message>
    <message>
        <source>Each has all cores while it answers</source>
        <translation>Chacun a tous les cœurs pendant qu’il répond</translation>
    </message>
    <message>
        <source>When the two models run</source>
        <translation>Quand les deux modèles répondent</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Obtenir des modèles</translation>
    </message>
    <message>
        <source>End the demonstration and get models</source>
        <translation>Finir la démonstration et obtenir des modèles</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>À l’aveugle</translation>
    </message>
    <message>
        <source>Hide who is who until you have voted (Ctrl+B)</source>
        <translation>Cacher qui est qui jusqu’à votre vote (Ctrl+B)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings for this comparison (Ctrl+T)</source>
        <translation>Réglages de cette comparaison (Ctrl+T)</translation>
    </message>
    <message>
        <source>How the answers differ (Ctrl+I)</source>
        <translation>En quoi les réponses diffèrent (Ctrl+I)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Nouvelle comparaison</translation>
    </message>
    <message>
        <source>{label}: {sentence}</source>
        <translation>{label}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Measured when both have answered.</source>
        <translation>Mesuré quand les deux ont répondu.</translation>
    </message>
    <message>
        <source>Fewer measures</source>
        <translation>Moins de mesures</translation>
    </message>
    <message>
        <source>All {n} measures</source>
        <translation>Les {n} mesures</translation>
    </message>
    <message>
        <source>Drawn while they answer.</source>
        <translation>Tracé pendant qu’ils répondent.</translation>
    </message>
    <message>
        <source>What the models were given, letter by letter</source>
        <translation>Ce que les modèles ont reçu, à la lettre</translation>
    </message>
    <message>
        <source>How they differ here</source>
        <translation>En quoi elles diffèrent ici</translation>
    </message>
    <message>
        <source>Speed, tokens per second</source>
        <translation>Vitesse, tokens par seconde</translation>
    </message>
    <message>
        <source>What each model was given</source>
        <translation>Ce que chaque modèle a reçu</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Shown as soon as a model has the prompt.</source>
        <translation>Visible dès qu’un modèle a le prompt.</translation>
    </message>
    <message>
        <source>[… {n} characters are not shown here …]</source>
        <translation>[… {n} caractères ne sont pas affichés ici …]</translation>
    </message>
    <message>
        <source>Shown with the first answer.</source>
        <translation>Affichée avec la première réponse.</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>non calculé</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
    <message>
        <source>at most {n} tokens</source>
        <translation>{n} tokens au plus</translation>
    </message>
    <message>
        <source>a system prompt</source>
        <translation>un prompt système</translation>
    </message>
    <message>
        <source>Saving …</source>
        <comment>a vote</comment>
        <translation>Un instant …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <comment>a vote</comment>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>a vote</comment>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Side {side}</source>
        <translation>Côté {side}</translation>
    </message>
    <message>
        <source>Progress of side {side}</source>
        <translation>Avancement du côté {side}</translation>
    </message>
    <message>
        <source>Answer of side {side}</source>
        <translation>Réponse du côté {side}</translation>
    </message>
    <message>
        <source>State of side {side}</source>
        <translation>État du côté {side}</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>pas finie</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>pas interrogé</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>attend son tour</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>planté</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a model</comment>
        <translation>échec</translation>
    </message>
    <message>
        <source>starting again</source>
        <translation>redémarrage</translation>
    </message>
    <message>
        <source>stopped before it began</source>
        <translation>arrêtée avant de commencer</translation>
    </message>
    <message>
        <source>said by &lt;b&gt;{by}&lt;/b&gt;</source>
        <translation>dit par &lt;b&gt;{by}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>answering &amp;nbsp; &lt;b&gt;{tokens}&lt;/b&gt; tokens</source>
        <translation>répond &amp;nbsp; &lt;b&gt;{tokens}&lt;/b&gt; tokens</translation>
    </message>
    <message>
        <source>answering &amp;nbsp; &lt;b&gt;{speed}&lt;/b&gt; tok/s &amp;nbsp; &lt;b&gt;{tokens}&lt;/b&gt; tokens</source>
        <translation>répond &amp;nbsp; &lt;b&gt;{speed}&lt;/b&gt; tok/s &amp;nbsp; &lt;b&gt;{tokens}&lt;/b&gt; tokens</translation>
    </message>
    <message>
        <source>Save answer</source>
        <translation>Enregistrer la réponse</translation>
    </message>
    <message>
        <source>The answer can&apos;t be saved: {error}.</source>
        <translation>La réponse ne peut pas être enregistrée&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Base models</source>
        <translation>Modèles de base</translation>
    </message>
    <message>
        <source>Chat models</source>
        <translation>Modèles de chat</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Pas sûr</translation>
    </message>
    <message>
        <source>Model of side {letter}</source>
        <translation>Modèle du côté {letter}</translation>
    </message>
    <message>
        <source>Choose the model of side {letter}</source>
        <translation>Choisir le modèle du côté {letter}</translation>
    </message>
    <message>
        <source>Framing of side {letter}</source>
        <translation>Cadrage du côté {letter}</translation>
    </message>
    <message>
        <source>How the prompt is put to this model</source>
        <translation>Comment le prompt est présenté à ce modèle</translation>
    </message>
    <message>
        <source>More for side {letter}</source>
        <translation>Plus pour le côté {letter}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Show Markdown rendered</source>
        <translation>Afficher le Markdown mis en forme</translation>
    </message>
    <message>
        <source>Scroll both together</source>
        <translation>Faire défiler les deux ensemble</translation>
    </message>
    <message>
        <source>Hidden until you vote</source>
        <translation>Caché jusqu’à votre vote</translation>
    </message>
    <message>
        <source>Add a model file …</source>
        <translation>Ajouter un fichier de modèle …</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Choose the model of side {side}</source>
        <translation>Choisir le modèle du côté {side}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>Stop {letter}</source>
        <translation>Arrêter {letter}</translation>
    </message>
    <message>
        <source>Stop {letter}; what it said stays ({key})</source>
        <translation>Arrêter {letter}&#x202f;; ce qui a été dit reste ({key})</translation>
    </message>
    <message>
        <source>Answer of {letter} again</source>
        <translation>Redemander la réponse de {letter}</translation>
    </message>
    <message>
        <source>Answer again, only {letter} ({key})</source>
        <translation>Répondre encore, {letter} seulement ({key})</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Copier la réponse</translation>
    </message>
    <message>
        <source>Save answer …</source>
        <translation>Enregistrer la réponse …</translation>
    </message>
    <message>
        <source>Unload model</source>
        <translation>Décharger le modèle</translation>
    </message>
    <message>
        <source>{name} is not there any more, so {now} takes its place.</source>
        <translation>{name} n’est plus là&#x202f;; {now} prend sa place.</translation>
    </message>
    <message>
        <source>{name} is not there any more, so {now} is side {side} now.</source>
        <translation>{name} n’est plus là&#x202f;; {now} est maintenant le côté {side}.</translation>
    </message>
    <message>
        <source>Choose another?</source>
        <translation>En choisir un autre&#x202f;?</translation>
    </message>
    <message>
        <source>From now on it answers as it is now; what it said before stays as it was.</source>
        <translation>Désormais il répond tel qu’il est maintenant&#x202f;; ce qu’il a dit avant reste tel quel.</translation>
    </message>
    <message>
        <source>The file of {model} is not the one it was.</source>
        <translation>Le fichier de {model} n’est plus le même.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Whose votes these are; each rater&apos;s votes are kept apart</source>
        <translation>De qui sont ces votes&#x202f;; les votes de chaque votant restent séparés</translation>
    </message>
    <message>
        <source>Voting as {rater}</source>
        <translation>Vote&#xa0;: {rater}</translation>
    </message>
    <message>
        <source>Another name …</source>
        <translation>Un autre nom …</translation>
    </message>
    <message>
        <source>Who votes?</source>
        <translation>Qui vote&#x202f;?</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom&#xa0;:</translation>
    </message>
    <message>
        <source>me</source>
        <comment>who votes</comment>
        <translation>moi</translation>
    </message>
    <message>
        <source>tie</source>
        <comment>on a small button</comment>
        <translation>égal</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>on a small button: both are</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non dit</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>égalité</translation>
    </message>
    <message>
        <source>both bad</source>
        <translation>toutes deux mauvaises</translation>
    </message>
    <message>
        <source>Your own word: Delete, or a right click, takes it off the list.</source>
        <translation>Votre propre mot&#xa0;: Suppr, ou un clic droit, le retire de la liste.</translation>
    </message>
    <message>
        <source>Press until it says what you think. All at a glance: Rate in detail (D).</source>
        <translation>Cliquez jusqu’à lire ce que vous pensez. Tout d’un coup d’œil&#xa0;: Noter en détail (D).</translation>
    </message>
    <message>
        <source>{side} correct?</source>
        <translation>{side} correcte&#x202f;?</translation>
    </message>
    <message>
        <source>{side} correct ✓</source>
        <translation>{side} correcte ✓</translation>
    </message>
    <message>
        <source>{side} wrong ✗</source>
        <translation>{side} fausse ✗</translation>
    </message>
    <message>
        <source>Is it correct? Apart from which one is better. Press for yes, again for no.</source>
        <translation>Est-elle correcte&#x202f;? Sans juger laquelle est meilleure. Cliquez pour oui, encore pour non.</translation>
    </message>
    <message>
        <source>{side} is {tag}.</source>
        <translation>{side}&#xa0;: {tag}.</translation>
    </message>
    <message>
        <source>{side}: {tag}</source>
        <translation>{side}&#xa0;: {tag}</translation>
    </message>
    <message>
        <source>Take “{word}” off the list</source>
        <translation>Retirer «&#xa0;{word}&#xa0;» de la liste</translation>
    </message>
    <message>
        <source>Not used while Mirostat is on.</source>
        <translation>Sans effet tant que Mirostat est activé.</translation>
    </message>
    <message>
        <source>Not used until Mirostat is on.</source>
        <translation>Sans effet tant que Mirostat n’est pas activé.</translation>
    </message>
    <message>
        <source>Not used at temperature 0: nothing is left to chance.</source>
        <translation>Sans effet à la température 0&#xa0;: rien n’est laissé au hasard.</translation>
    </message>
    <message>
        <source>Not used until one of the three penalties is on.</source>
        <translation>Sans effet tant qu’aucune des trois pénalités n’est activée.</translation>
    </message>
    <message>
        <source>Not used while the penalty window is 0.</source>
        <translation>Sans effet tant que la fenêtre des pénalités est 0.</translation>
    </message>
    <message>
        <source>Not used until DRY has a strength.</source>
        <translation>Sans effet tant que DRY n’a pas de force.</translation>
    </message>
    <message>
        <source>Not used while DRY&apos;s window is 0.</source>
        <translation>Sans effet tant que la fenêtre de DRY est 0.</translation>
    </message>
    <message>
        <source>Not used until XTC has a chance.</source>
        <translation>Sans effet tant que XTC n’a pas de chance.</translation>
    </message>
    <message>
        <source>Not used while XTC&apos;s threshold is above 0.5.</source>
        <translation>Sans effet tant que le seuil de XTC dépasse 0,5.</translation>
    </message>
    <message>
        <source>Standing instructions that come before every prompt. A base model takes them as text to go on with.</source>
        <translation>Consignes permanentes placées avant chaque prompt. Un modèle de base les prend pour un texte à continuer.</translation>
    </message>
    <message>
        <source>None. Example: Answer in one sentence.</source>
        <translation>Aucun. Exemple&#xa0;: Réponds en une phrase.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Higher lets less likely tokens in; 0 always takes the most likely one.</source>
        <translation>Plus haut, des tokens moins probables passent&#x202f;; 0 prend toujours le plus probable.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the most likely tokens stay in the draw; 0 keeps all.</source>
        <translation>Seuls ces tokens les plus probables restent en lice&#x202f;; 0 les garde tous.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>The likeliest tokens stay until together they hold this share of the probability; 1 keeps all.</source>
        <translation>Les tokens les plus probables restent jusqu’à réunir cette part de la probabilité&#x202f;; 1 les garde tous.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Tokens below this share of the best one&apos;s probability drop out; 0 drops none.</source>
        <translation>Les tokens sous cette part de la probabilité du meilleur sont écartés&#x202f;; 0 n’en écarte aucun.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Pénalité de répétition</translation>
    </message>
    <message>
        <source>Above 1, tokens that came up lately get less likely; 1 is off.</source>
        <translation>Au-dessus de 1, les tokens récents deviennent moins probables&#x202f;; 1 la désactive.</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Tokens max.</translation>
    </message>
    <message>
        <source>The answer is cut off after this many tokens, even in mid-sentence.</source>
        <translation>La réponse est coupée après ce nombre de tokens, même au milieu d’une phrase.</translation>
    </message>
    <message>
        <source>Steers the chance: the same seed and settings give the same answer again.</source>
        <translation>Dirige le hasard&#xa0;: la même graine et les mêmes réglages redonnent la même réponse.</translation>
    </message>
    <message>
        <source>More ways to choose</source>
        <translation>Autres façons de choisir</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Keeps tokens that are about as surprising as this place calls for; 1 is off.</source>
        <translation>Garde les tokens à peu près aussi surprenants que l’endroit le demande&#x202f;; 1 le désactive.</translation>
    </message>
    <message>
        <source>Against repeated words</source>
        <translation>Contre les mots répétés</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Pénalité de fréquence</translation>
    </message>
    <message>
        <source>A token gets less likely each time it comes up; 0 is off, below 0 does the opposite.</source>
        <translation>Un token devient moins probable à chaque apparition&#x202f;; 0 la désactive, sous 0 c’est l’inverse.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Pénalité de présence</translation>
    </message>
    <message>
        <source>A token that has come up at all gets less likely, once; 0 is off.</source>
        <translation>Un token déjà apparu devient moins probable, une seule fois&#x202f;; 0 la désactive.</translation>
    </message>
    <message>
        <source>Penalty window</source>
        <translation>Fenêtre des pénalités</translation>
    </message>
    <message>
        <source>How many of the latest tokens the three penalties look back on.</source>
        <translation>Sur combien de tokens récents portent les trois pénalités.</translation>
    </message>
    <message>
        <source>Against repeated phrases (DRY)</source>
        <translation>Contre les passages répétés (DRY)</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>How hard DRY works against going on with a phrase that was there before; 0 is off.</source>
        <translation>Avec quelle force DRY empêche de continuer un passage déjà vu&#x202f;; 0 le désactive.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Croissance</translation>
    </message>
    <message>
        <source>How fast its penalty grows with each token that the repeated phrase gets longer.</source>
        <translation>À quelle vitesse sa pénalité croît à chaque token de plus du passage répété.</translation>
    </message>
    <message>
        <source>Allowed length</source>
        <translation>Longueur admise</translation>
    </message>
    <message>
        <source>Repeated phrases of up to this many tokens are left alone.</source>
        <translation>Les passages répétés jusqu’à ce nombre de tokens sont laissés tranquilles.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>How many of the latest tokens DRY looks back on.</source>
        <translation>Sur combien de tokens récents DRY regarde en arrière.</translation>
    </message>
    <message>
        <source>Leave out the obvious (XTC)</source>
        <translation>Écarter l’évident (XTC)</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>How often, token by token, the obvious choices are left out; 0 is off.</source>
        <translation>À quelle fréquence, token par token, les choix évidents sont écartés&#x202f;; 0 le désactive.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Tokens above this probability count as obvious; the least likely of them stays in.</source>
        <translation>Les tokens au-dessus de cette probabilité sont évidents&#x202f;; le moins probable d’entre eux reste.</translation>
    </message>
    <message>
        <source>Even surprise (Mirostat)</source>
        <translation>Surprise égale (Mirostat)</translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation>Mirostat</translation>
    </message>
    <message>
        <source>Keeps the whole answer about equally surprising, in place of top-k, top-p and their like.</source>
        <translation>Garde toute la réponse à peu près aussi surprenante, à la place de top-k, top-p et autres.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>The surprise to aim at, in bits for each token; lower keeps closer to the expected.</source>
        <translation>La surprise visée, en bits par token&#x202f;; plus bas, on reste plus près de l’attendu.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>How quickly it steers back when the text strays from the target.</source>
        <translation>À quelle vitesse il corrige quand le texte s’écarte de la cible.</translation>
    </message>
    <message>
        <source>Where it ends, what it may say</source>
        <translation>Où elle finit, ce qu’elle peut dire</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Textes d’arrêt</translation>
    </message>
    <message>
        <source>The answer ends before any of these. One a line; \n stands for a line break.</source>
        <translation>La réponse finit avant l’un d’eux. Un par ligne&#x202f;; \n représente un saut de ligne.</translation>
    </message>
    <message>
        <source>None. Example: \nQuestion:</source>
        <translation>Aucun. Exemple&#xa0;: \nQuestion:</translation>
    </message>
    <message>
        <source>The answer must follow this GBNF grammar, from its rule root on. If it has a mistake, you are told when you send.</source>
        <translation>La réponse doit suivre cette grammaire GBNF, à partir de sa règle root. Si elle contient une faute, on vous le dit à l’envoi.</translation>
    </message>
    <message>
        <source>None. Example:
root ::= &quot;yes&quot; | &quot;no&quot;</source>
        <translation>Aucune. Exemple&#xa0;:
root ::= &quot;yes&quot; | &quot;no&quot;</translation>
    </message>
    <message>
        <source>From {low} to {high}. The arrow keys change it step by step.</source>
        <translation>De {low} à {high}. Les flèches du clavier changent la valeur pas à pas.</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>Nouvelle graine au hasard</translation>
    </message>
    <message>
        <source>Show or hide the settings that are seldom needed</source>
        <translation>Montrer ou cacher les réglages rarement utiles</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Moins de réglages</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Plus de réglages</translation>
    </message>
    <message>
        <source>More settings · {n} changed</source>
        <comment>one</comment>
        <translation>Plus de réglages · {n} modifié</translation>
    </message>
    <message>
        <source>More settings · {n} changed</source>
        <translation>Plus de réglages · {n} modifiés</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Same settings for both</source>
        <translation>Mêmes réglages pour les deux</translation>
    </message>
    <message>
        <source>On: both models get the same settings, so that only the models differ</source>
        <translation>Activé&#xa0;: les deux modèles ont les mêmes réglages, si bien que seuls les modèles diffèrent</translation>
    </message>
    <message>
        <source>Side to change</source>
        <translation>Côté à régler</translation>
    </message>
    <message>
        <source>Change the settings of side {side}</source>
        <translation>Changer les réglages du côté {side}</translation>
    </message>
    <message>
        <source>Settings for this comparison</source>
        <translation>Réglages de cette comparaison</translation>
    </message>
    <message>
        <source>They hold from your next prompt on.</source>
        <translation>Ils valent dès votre prochain prompt.</translation>
    </message>
    <message>
        <source>You are changing side {side}.</source>
        <translation>Vous réglez le côté {side}.</translation>
    </message>
    <message>
        <source>Reset all of {side}</source>
        <translation>Rétablir {side}</translation>
    </message>
    <message>
        <source>Put everything back to its default; you can undo it</source>
        <translation>Remettre toutes les valeurs par défaut&#x202f;; vous pouvez annuler</translation>
    </message>
    <message>
        <source>All settings are back to their defaults.</source>
        <translation>Tous les réglages sont remis aux valeurs par défaut.</translation>
    </message>
    <message>
        <source>All settings of {side} are back to their defaults.</source>
        <translation>Tous les réglages de {side} sont remis aux valeurs par défaut.</translation>
    </message>
    <message>
        <source>“{name}” is in force.</source>
        <translation>«&#xa0;{name}&#xa0;» est appliqué.</translation>
    </message>
    <message>
        <source>“{name}” has these settings now.</source>
        <translation>«&#xa0;{name}&#xa0;» a maintenant ces réglages.</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>«&#xa0;{name}&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Your own mix</source>
        <translation>Votre propre mélange</translation>
    </message>
    <message>
        <source>Take over a whole set of settings, or delete one of yours</source>
        <translation>Reprendre tout un jeu de réglages, ou supprimer l’un des vôtres</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Enregistrer …</translation>
    </message>
    <message>
        <source>Keep these settings under a name</source>
        <translation>Garder ces réglages sous un nom</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>Préréglage&#xa0;: {name}</translation>
    </message>
    <message>
        <source>One of your own: system prompt and sampler</source>
        <translation>L’un des vôtres&#xa0;: prompt système et réglages de génération</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nom du préréglage</translation>
    </message>
    <message>
        <source>The name under which you find these settings again (Enter saves)</source>
        <translation>Le nom sous lequel vous retrouverez ces réglages (Enter enregistre)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save (Esc)</source>
        <translation>Ne pas enregistrer (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Keep the settings under this name (Enter)</source>
        <translation>Garder les réglages sous ce nom (Enter)</translation>
    </message>
    <message>
        <source>This one comes with the program. Choose another name.</source>
        <translation>Celui-ci vient avec le programme. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” will then have these settings.</source>
        <translation>«&#xa0;{name}&#xa0;» aura alors ces réglages.</translation>
    </message>
    <message>
        <source>The system prompt is saved with it.</source>
        <translation>Le prompt système est enregistré avec.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>{setting}: {deed}</source>
        <translation>{setting}&#xa0;: {deed}</translation>
    </message>
    <message>
        <source>Make it empty again</source>
        <translation>Vider de nouveau</translation>
    </message>
    <message>
        <source>Back to on, the default</source>
        <translation>Revenir à activé, la valeur par défaut</translation>
    </message>
    <message>
        <source>Back to off, the default</source>
        <translation>Revenir à désactivé, la valeur par défaut</translation>
    </message>
    <message>
        <source>Back to {value}, the default</source>
        <translation>Revenir à {value}, la valeur par défaut</translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation>+ étiquette</translation>
    </message>
    <message>
        <source>Say in a word of your own what {side} is like</source>
        <translation>Dire avec un mot à vous comment est {side}</translation>
    </message>
    <message>
        <source>{side}: + tag</source>
        <translation>{side}&#xa0;: + étiquette</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Put what the model&apos;s process last said on the clipboard</source>
        <translation>Mettre dans le presse-papiers ce que le processus du modèle a dit en dernier</translation>
    </message>
    <message>
        <source>Earlier turn</source>
        <translation>Tour précédent</translation>
    </message>
    <message>
        <source>Earlier turn (Alt+Left)</source>
        <translation>Tour précédent (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Later turn</source>
        <translation>Tour suivant</translation>
    </message>
    <message>
        <source>Later turn (Alt+Right)</source>
        <translation>Tour suivant (Alt+Droite)</translation>
    </message>
    <message>
        <source>Other version before</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>The version before (Alt+Up)</source>
        <translation>Version précédente (Alt+Up)</translation>
    </message>
    <message>
        <source>Other version after</source>
        <translation>Version suivante</translation>
    </message>
    <message>
        <source>The version after (Alt+Down)</source>
        <translation>Version suivante (Alt+Down)</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>Modifier le prompt</translation>
    </message>
    <message>
        <source>Change the prompt and send it again (Ctrl+E)</source>
        <translation>Modifier le prompt et le renvoyer (Ctrl+E)</translation>
    </message>
    <message>
        <source>Both answers again</source>
        <translation>Les deux réponses encore</translation>
    </message>
    <message>
        <source>Answer again, both (Ctrl+R)</source>
        <translation>Répondre encore, les deux (Ctrl+R)</translation>
    </message>
    <message>
        <source>Turn {turn} of {turns}</source>
        <translation>Tour {turn} sur {turns}</translation>
    </message>
    <message>
        <source>Version {sibling} of {siblings}</source>
        <translation>Version {sibling} sur {siblings}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Copier ce code</translation>
    </message>
    <message>
        <source>Copy {language} code</source>
        <translation>Copier le code {language}</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>New text ↓</source>
        <translation>Nouveau texte ↓</translation>
    </message>
    <message>
        <source>Go to the new text</source>
        <translation>Aller au nouveau texte</translation>
    </message>
    <message>
        <source>Go to the end and follow it (End)</source>
        <translation>Aller à la fin et la suivre (End)</translation>
    </message>
    <message>
        <source> … {characters} more characters</source>
        <translation> … {characters} caractères de plus</translation>
    </message>
    <message>
        <source>Click to copy the address. Nothing is opened.</source>
        <translation>Cliquez pour copier l’adresse. Rien ne s’ouvre.</translation>
    </message>
    <message>
        <source>The address is copied. Nothing was opened.</source>
        <translation>L’adresse est copiée. Rien n’a été ouvert.</translation>
    </message>
    <message>
        <source>[picture: {description}]</source>
        <translation>[image&#xa0;: {description}]</translation>
    </message>
    <message>
        <source>The model ended its answer without a word.</source>
        <translation>Le modèle a fini sa réponse sans un mot.</translation>
    </message>
    <message>
        <source>Show {n} earlier turn</source>
        <translation>Montrer {n} tour précédent</translation>
    </message>
    <message>
        <source>Show {n} earlier turns</source>
        <translation>Montrer {n} tours précédents</translation>
    </message>
    <message>
        <source>A is better</source>
        <comment>on a button</comment>
        <translation>A meilleure</translation>
    </message>
    <message>
        <source>Tie</source>
        <comment>on a button</comment>
        <translation>Égalité</translation>
    </message>
    <message>
        <source>Both bad</source>
        <comment>on a button</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>B is better</source>
        <comment>on a button</comment>
        <translation>B meilleure</translation>
    </message>
    <message>
        <source>Vote: 1 A is better, 2 tie, 3 both bad, 4 B is better, D rate in detail, N next prompt</source>
        <translation>Vote&#xa0;: 1 A est meilleure, 2 égalité, 3 toutes deux mauvaises, 4 B est meilleure, D noter en détail, N prompt suivant</translation>
    </message>
    <message>
        <source>In detail ▾</source>
        <translation>Détail ▾</translation>
    </message>
    <message>
        <source>Rate each aspect, and say what each answer is like (D)</source>
        <translation>Noter chaque aspect, et dire comment est chaque réponse (D)</translation>
    </message>
    <message>
        <source>+ note</source>
        <translation>+ note</translation>
    </message>
    <message>
        <source>Write a note beside this comparison</source>
        <translation>Écrire une note sur cette comparaison</translation>
    </message>
    <message>
        <source>In detail ▴</source>
        <translation>Détail ▴</translation>
    </message>
    <message>
        <source>An aspect of your own</source>
        <translation>Un aspect à vous</translation>
    </message>
    <message>
        <source>What the answers are rated on:</source>
        <translation>Ce sur quoi les réponses sont notées&#xa0;:</translation>
    </message>
    <message>
        <source>A word of your own</source>
        <translation>Un mot à vous</translation>
    </message>
    <message>
        <source>{side}’s answer is:</source>
        <translation>La réponse de {side} est&#xa0;:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note on this comparison</source>
        <translation>Note sur cette comparaison</translation>
    </message>
    <message>
        <source>{label} ({number}, or Alt+{number} while you type). Again takes the vote back.</source>
        <translation>{label} ({number}, ou Alt+{number} pendant la saisie). Encore une fois pour annuler le vote.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>raw continuation</source>
        <translation>suite brute</translation>
    </message>
    <message>
        <source>question and answer</source>
        <translation>question-réponse</translation>
    </message>
    <message>
        <source>worked examples</source>
        <translation>exemples traités</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>format de chat</translation>
    </message>
    <message>
        <source>The prompt alone; the model goes on writing.</source>
        <translation>Le prompt seul&#x202f;; le modèle continue d’écrire.</translation>
    </message>
    <message>
        <source>“Question: … Answer:” around the prompt.</source>
        <translation>«&#xa0;Question: … Answer:&#xa0;» autour du prompt.</translation>
    </message>
    <message>
        <source>A few worked examples of an assistant before the prompt.</source>
        <translation>Quelques exemples traités d’un assistant avant le prompt.</translation>
    </message>
    <message>
        <source>The model&apos;s own chat format, from its file.</source>
        <translation>Le format de chat propre au modèle, tiré de son fichier.</translation>
    </message>
    <message>
        <source>A base model has only read. It goes on with whatever you write.</source>
        <translation>Un modèle de base n’a fait que lire. Il continue tout ce que vous écrivez.</translation>
    </message>
    <message>
        <source>A chat model was taught to answer people.</source>
        <translation>Un modèle de chat a appris à répondre aux gens.</translation>
    </message>
    <message>
        <source>Its file does not say whether this is a base or a chat model.</source>
        <translation>Son fichier ne dit pas si c’est un modèle de base ou de chat.</translation>
    </message>
    <message>
        <source>Taken for a base model:</source>
        <translation>Pris pour un modèle de base&#xa0;:</translation>
    </message>
    <message>
        <source>Taken for a chat model:</source>
        <translation>Pris pour un modèle de chat&#xa0;:</translation>
    </message>
    <message>
        <source>Taken for neither for sure:</source>
        <translation>Pris pour ni l’un ni l’autre à coup sûr&#xa0;:</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>non chargé</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a model is loaded</comment>
        <translation>prêt</translation>
    </message>
    <message>
        <source>Who answers here is hidden. Both answers appear together.</source>
        <translation>Qui répond ici est caché. Les deux réponses apparaissent ensemble.</translation>
    </message>
    <message>
        <source>You said so:</source>
        <translation>Vous l’avez dit&#xa0;:</translation>
    </message>
    <message>
        <source>No model is running: the answers are scripted.</source>
        <translation>Démo sans modèle.</translation>
    </message>
    <message>
        <source>{side} is a script, no model runs there.</source>
        <translation>{side} est un script, aucun modèle n’y tourne.</translation>
    </message>
    <message>
        <source>Choose a model for {side}.</source>
        <translation>Choisissez un modèle pour {side}.</translation>
    </message>
    <message>
        <source>Side {side} failed.</source>
        <translation>Le côté {side} a échoué.</translation>
    </message>
    <message>
        <source>Why is shown after the reveal, or when Blind is off.</source>
        <translation>La raison est montrée après le dévoilement, ou quand «&#xa0;À l’aveugle&#xa0;» est désactivé.</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>tok/s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>to first token</source>
        <translation>au 1er token</translation>
    </message>
    <message>
        <source>{n} turn</source>
        <translation>{n} tour</translation>
    </message>
    <message>
        <source>{n} turns</source>
        <translation>{n} tours</translation>
    </message>
    <message>
        <source>seed {a} and {b}</source>
        <translation>graines {a} et {b}</translation>
    </message>
    <message>
        <source>same settings for both</source>
        <translation>mêmes réglages pour les deux</translation>
    </message>
    <message>
        <source>own settings for each</source>
        <translation>réglages propres à chacun</translation>
    </message>
    <message>
        <source>one after the other: both don&apos;t fit into memory</source>
        <translation>l’un après l’autre&#xa0;: les deux ne tiennent pas en mémoire</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <translation>{name}&#xa0;: {choice}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>{sentence} It can be undone.</source>
        <translation>{sentence} Vous pouvez l’annuler.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Ouverture …</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>Modèles GGUF (*.gguf);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>Ajouter des fichiers de modèles</translation>
    </message>
    <message>
        <source>To compare, add one more, or get the pair here.</source>
        <translation>Pour comparer, ajoutez-en un autre, ou prenez ici la paire.</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} a été ajouté.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Téléchargement de {name}</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>Préparation …</translation>
    </message>
    <message>
        <source>KIND UNKNOWN</source>
        <translation>TYPE INCONNU</translation>
    </message>
    <message>
        <source>✓ {name} is here already.</source>
        <translation>✓ {name} est déjà là.</translation>
    </message>
    <message>
        <source>That is too little room: about {size} is needed.</source>
        <translation>Il n’y a pas assez de place&#xa0;: il faut environ {size}.</translation>
    </message>
    <message>
        <source>{size} · made by {maker}</source>
        <translation>{size} · créé par {maker}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>Address of the licence of {model}: {address}</source>
        <translation>Adresse de la licence de {model}&#xa0;: {address}</translation>
    </message>
    <message>
        <source>{terms} By using the model you accept them.</source>
        <translation>{terms} En utilisant le modèle, vous les acceptez.</translation>
    </message>
    <message>
        <source>The download is {size}, from {sources}.</source>
        <translation>Le téléchargement fait {size}, depuis {sources}.</translation>
    </message>
    <message>
        <source>{size} is free on this disk.</source>
        <translation>{size} sont libres sur ce disque.</translation>
    </message>
    <message>
        <source>To compare, the lab needs a base model and a chat model. They run on this computer; your prompts never leave it.</source>
        <translation>Pour comparer, il faut un modèle de base et un modèle de chat. Ils tournent sur cet ordinateur&#x202f;; vos prompts ne le quittent jamais.</translation>
    </message>
    <message>
        <source>Stop the download; what has come of this file is thrown away (Esc)</source>
        <translation>Arrêter le téléchargement&#x202f;; ce qui est arrivé de ce fichier est jeté (Esc)</translation>
    </message>
    <message>
        <source>Use model files I have …</source>
        <translation>Utiliser mes fichiers …</translation>
    </message>
    <message>
        <source>Use model files I have</source>
        <translation>Utiliser mes fichiers de modèles</translation>
    </message>
    <message>
        <source>Choose GGUF files on this computer</source>
        <translation>Choisir des fichiers GGUF sur cet ordinateur</translation>
    </message>
    <message>
        <source>See a demonstration first</source>
        <translation>Voir une démonstration</translation>
    </message>
    <message>
        <source>Two prepared answers, without any model</source>
        <translation>Deux réponses préparées, sans aucun modèle</translation>
    </message>
    <message>
        <source>{names} are here.</source>
        <translation>{names} sont là.</translation>
    </message>
    <message>
        <source>The download was cancelled. Nothing half-finished was kept.</source>
        <translation>Le téléchargement a été annulé. Rien d’inachevé n’a été gardé.</translation>
    </message>
    <message>
        <source>{gone} could not be had from the Hub. {model} can come instead; please read its terms first.</source>
        <translation>{gone} n’a pas pu être obtenu du Hub. {model} peut venir à sa place&#x202f;; lisez d’abord ses conditions.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt …</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Accepter et télécharger</translation>
    </message>
    <message>
        <source>Accept the terms above and fetch the models</source>
        <translation>Accepter les conditions ci-dessus et télécharger les modèles</translation>
    </message>
    <message>
        <source>Fetch the models</source>
        <translation>Télécharger les modèles</translation>
    </message>
    <message>
        <source>Fetch the models again</source>
        <translation>Télécharger de nouveau les modèles</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Chercher de nouveau des modèles</translation>
    </message>
    <message>
        <source>Looking for models …</source>
        <translation>Recherche de modèles …</translation>
    </message>
    <message>
        <source>Fetching models</source>
        <translation>Téléchargement des modèles</translation>
    </message>
    <message>
        <source>The models could not be fetched</source>
        <translation>Les modèles n’ont pas pu être téléchargés</translation>
    </message>
    <message>
        <source>The models could not be looked for</source>
        <translation>Les modèles n’ont pas pu être recherchés</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>A base model is missing</source>
        <translation>Il manque un modèle de base</translation>
    </message>
    <message>
        <source>A chat model is missing</source>
        <translation>Il manque un modèle de chat</translation>
    </message>
    <message>
        <source>Two models are missing</source>
        <translation>Il manque deux modèles</translation>
    </message>
    <message>
        <source>It only learned to continue text: it goes on writing where you stop.</source>
        <translation>Il a seulement appris à continuer un texte&#xa0;: il écrit là où vous vous arrêtez.</translation>
    </message>
    <message>
        <source>It was trained further to answer you, as an assistant does.</source>
        <translation>Il a été entraîné ensuite à vous répondre, comme le fait un assistant.</translation>
    </message>
    <message>
        <source>It is not known whether it continues text or answers.</source>
        <translation>On ne sait pas s’il continue un texte ou s’il répond.</translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation>l’index des paquets Python</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} sur {total}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{speed} kB/s</source>
        <translation>{speed}&#xa0;ko/s</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed}&#xa0;Mo/s</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>encore {seconds}&#xa0;s environ</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore {minutes}&#xa0;min environ</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>encore {hours}&#xa0;h {minutes}&#xa0;min environ</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>Étiquettes&#xa0;: {tags}</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>Tour {number}</translation>
    </message>
    <message>
        <source>Vote: {vote}</source>
        <translation>Vote&#xa0;: {vote}</translation>
    </message>
    <message>
        <source>{side} is correct.</source>
        <translation>{side} est juste.</translation>
    </message>
    <message>
        <source>{side} is not correct.</source>
        <translation>{side} n’est pas juste.</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Note&#xa0;:</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>Enregistrer (Enter)</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Ne rien changer (Esc)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Deleted today</source>
        <translation>Supprimé aujourd’hui</translation>
    </message>
    <message>
        <source>Deleted yesterday</source>
        <translation>Supprimé hier</translation>
    </message>
    <message>
        <source>Deleted on {weekday}</source>
        <translation>Supprimé {weekday}</translation>
    </message>
    <message>
        <source>Deleted on {date}</source>
        <translation>Supprimé le {date}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>Titre de la conversation</translation>
    </message>
    <message>
        <source>Leave it empty to go by the first prompt.</source>
        <translation>Laissez vide pour reprendre le premier prompt.</translation>
    </message>
    <message>
        <source>In use: {tags}.</source>
        <translation>Déjà utilisées&#xa0;: {tags}.</translation>
    </message>
    <message>
        <source>For example: physics, class 9b.</source>
        <translation>Par exemple&#xa0;: physique, classe de 3e B.</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Étiquettes, séparées par des virgules</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Supprimé.</translation>
    </message>
    <message>
        <source>Brought back.</source>
        <translation>Rétabli.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Restauré.</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Copié en Markdown.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>one comparison and what goes on from it</source>
        <translation>une comparaison et ce qui la suit</translation>
    </message>
    <message>
        <source>tags {tags}</source>
        <translation>étiquettes {tags}</translation>
    </message>
    <message>
        <source>in “{title}”</source>
        <translation>dans «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute date</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Search prompts, answers and notes</source>
        <translation>Chercher prompts, réponses, notes</translation>
    </message>
    <message>
        <source>Search prompts, answers and notes (Ctrl+F)</source>
        <translation>Chercher prompts, réponses, notes (Ctrl+F)</translation>
    </message>
    <message>
        <source>Only what this model answered</source>
        <translation>Seulement ce à quoi ce modèle a répondu</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>Only what was voted like this</source>
        <translation>Seulement ce qui a reçu ce vote</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Only what was asked since then</source>
        <translation>Seulement ce qui a été demandé depuis</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Only conversations with this tag</source>
        <translation>Seulement les conversations qui ont cette étiquette</translation>
    </message>
    <message>
        <source>Any vote</source>
        <translation>Tout vote</translation>
    </message>
    <message>
        <source>Not voted</source>
        <translation>Sans vote</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Tout modèle</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Show what was deleted (Ctrl+D)</source>
        <translation>Montrer ce qui a été supprimé (Ctrl+D)</translation>
    </message>
    <message>
        <source>What was deleted goes for good after {days} days.</source>
        <translation>Ce qui a été supprimé disparaît pour de bon après {days} jours.</translation>
    </message>
    <message>
        <source>Back to the history</source>
        <translation>Retour à l’historique</translation>
    </message>
    <message>
        <source>Show what was not deleted (Ctrl+D)</source>
        <translation>Montrer ce qui n’a pas été supprimé (Ctrl+D)</translation>
    </message>
    <message>
        <source>{n} found</source>
        <comment>one</comment>
        <translation>{n} trouvée</translation>
    </message>
    <message>
        <source>{n} found</source>
        <comment>many</comment>
        <translation>{n} trouvées</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Rien ici pour l’instant.</translation>
    </message>
    <message>
        <source>Every comparison you make is kept here, on this computer.</source>
        <translation>Chaque comparaison que vous faites est conservée ici, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Begin a comparison on the Compare page</source>
        <translation>Commencer une comparaison sur la page Comparer</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>No prompt, answer or note fits.</source>
        <translation>Aucun prompt, aucune réponse, aucune note ne convient.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Effacer recherche et filtres</translation>
    </message>
    <message>
        <source>Show all conversations again</source>
        <translation>Montrer de nouveau toutes les conversations</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message>
        <source>What you delete can be brought back from here.</source>
        <translation>Ce que vous supprimez peut être repris d’ici.</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Recherche …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>Reading the history …</source>
        <translation>Lecture de l’historique …</translation>
    </message>
    <message>
        <source>Read the history again</source>
        <translation>Lire de nouveau l’historique</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>What you select in the list is shown here.</source>
        <translation>Ce que vous choisissez dans la liste s’affiche ici.</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Revenir en arrière (Ctrl+Z)</translation>
    </message>
    <message>
        <source>The history can only be read.</source>
        <translation>L’historique ne peut être que lu.</translation>
    </message>
    <message>
        <source>This conversation is blind.</source>
        <translation>Cette conversation est à l’aveugle.</translation>
    </message>
    <message>
        <source>Vote and reveal it first; then it can be read here too.</source>
        <translation>Votez et dévoilez-la d’abord&#x202f;; vous pourrez ensuite la lire ici aussi.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>La lire de nouveau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Go on from here on the Compare page (Enter)</source>
        <translation>Continuer à partir d’ici sur la page Comparer (Enter)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Take it out of the trash (Enter)</source>
        <translation>Sortir de la corbeille (Enter)</translation>
    </message>
    <message>
        <source>Give the conversation a title (F2)</source>
        <translation>Donner un titre à la conversation (F2)</translation>
    </message>
    <message>
        <source>Give the conversation tags (Ctrl+T)</source>
        <translation>Donner des étiquettes à la conversation (Ctrl+T)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Keep the conversation on top of the list (Ctrl+P)</source>
        <translation>Garder la conversation en haut de la liste (Ctrl+P)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy prompts, answers, vote and notes (Ctrl+Shift+C)</source>
        <translation>Copier prompts, réponses, vote et notes (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Put it into the trash (Del)</source>
        <translation>Mettre à la corbeille (Del)</translation>
    </message>
    <message>
        <source>Show more turns</source>
        <translation>Montrer plus de tours</translation>
    </message>
    <message>
        <source>Show the next turns of this conversation</source>
        <translation>Montrer les tours suivants de cette conversation</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Tours</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>No longer keep the conversation on top (Ctrl+P)</source>
        <translation>Ne plus garder la conversation en haut (Ctrl+P)</translation>
    </message>
    <message>
        <source>Turn {place} of {turns}</source>
        <translation>Tour {place} sur {turns}</translation>
    </message>
    <message>
        <source>begun {date}</source>
        <translation>commencée le {date}</translation>
    </message>
    <message>
        <source>Goes for good on {date}</source>
        <translation>Disparaît pour de bon le {date}</translation>
    </message>
    <message>
        <source>Show {some} more of {n} turn</source>
        <translation>Montrer encore {some} sur {n} tour</translation>
    </message>
    <message>
        <source>Show {some} more of {n} turns</source>
        <translation>Montrer encore {some} sur {n} tours</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Continuer d’ici</translation>
    </message>
    <message>
        <source>Open the conversation at this turn</source>
        <translation>Ouvrir la conversation à ce tour</translation>
    </message>
    <message>
        <source>Go on from turn {number}</source>
        <translation>Continuer à partir du tour {number}</translation>
    </message>
    <message>
        <source>is correct</source>
        <translation>est juste</translation>
    </message>
    <message>
        <source>is not correct</source>
        <translation>n’est pas juste</translation>
    </message>
    <message>
        <source>was not asked</source>
        <translation>n’a pas été interrogé</translation>
    </message>
    <message>
        <source>Answer {side}</source>
        <translation>Réponse {side}</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>La réponse est vide.</translation>
    </message>
    <message>
        <source>prompt edited</source>
        <translation>prompt modifié</translation>
    </message>
    <message>
        <source>answered again</source>
        <translation>nouvelle réponse</translation>
    </message>
    <message>
        <source>another way on</source>
        <translation>autre suite</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Rien demandé pour l’instant</translation>
    </message>
    <message>
        <source>It is being written now.</source>
        <translation>Elle est en train de s’écrire.</translation>
    </message>
    <message>
        <source>The model failed.</source>
        <translation>Le modèle a échoué.</translation>
    </message>
    <message>
        <source>No vote</source>
        <translation>Pas de vote</translation>
    </message>
    <message>
        <source>{about}: {vote}</source>
        <translation>{about}&#xa0;: {vote}</translation>
    </message>
    <message>
        <source>{vote}. Because: {reasons}</source>
        <translation>{vote}. Parce que&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>send the prompt, from anywhere on the page</source>
        <translation>envoyer le prompt, de n’importe où sur la page</translation>
    </message>
    <message>
        <source>send, while you type (can be set)</source>
        <translation>envoyer, pendant la saisie (réglable)</translation>
    </message>
    <message>
        <source>Up and Down</source>
        <translation>Haut et Bas</translation>
    </message>
    <message>
        <source>earlier prompts, in the first and the last row</source>
        <translation>prompts précédents, sur la première et la dernière ligne</translation>
    </message>
    <message>
        <source>prompts worth trying</source>
        <translation>prompts à essayer</translation>
    </message>
    <message>
        <source>change the shown prompt and send it again</source>
        <translation>modifier le prompt affiché et le renvoyer</translation>
    </message>
    <message>
        <source>write the next prompt</source>
        <translation>écrire le prompt suivant</translation>
    </message>
    <message>
        <source>begin another conversation</source>
        <translation>commencer une autre conversation</translation>
    </message>
    <message>
        <source>compare blind, or not</source>
        <translation>comparer à l’aveugle, ou non</translation>
    </message>
    <message>
        <source>stop both</source>
        <translation>arrêter les deux</translation>
    </message>
    <message>
        <source>both answer again</source>
        <translation>les deux répondent de nouveau</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A or B</source>
        <translation>Ctrl+Shift+A ou B</translation>
    </message>
    <message>
        <source>one side answers again, or stops</source>
        <translation>un côté répond de nouveau, ou s’arrête</translation>
    </message>
    <message>
        <source>Alt+Left and Right</source>
        <translation>Alt+Gauche et Droite</translation>
    </message>
    <message>
        <source>earlier and later turn</source>
        <translation>tour précédent et suivant</translation>
    </message>
    <message>
        <source>Alt+Up and Down</source>
        <translation>Alt+Haut et Bas</translation>
    </message>
    <message>
        <source>the version before and after</source>
        <translation>version d’avant et d’après</translation>
    </message>
    <message>
        <source>A is better, tie, both bad, B is better</source>
        <translation>A est meilleure, égalité, toutes deux mauvaises, B est meilleure</translation>
    </message>
    <message>
        <source>Alt+1 to 4</source>
        <translation>Alt+1 à 4</translation>
    </message>
    <message>
        <source>the same, while you type</source>
        <translation>de même, pendant la saisie</translation>
    </message>
    <message>
        <source>rate in detail, each aspect by 1 to 4</source>
        <translation>évaluer en détail, chaque aspect par 1 à 4</translation>
    </message>
    <message>
        <source>take back what you said last</source>
        <translation>reprendre votre dernier avis</translation>
    </message>
    <message>
        <source>R or Alt+R</source>
        <translation>R ou Alt+R</translation>
    </message>
    <message>
        <source>reveal who is who, after a blind vote</source>
        <translation>dévoiler qui est qui, après un vote à l’aveugle</translation>
    </message>
    <message>
        <source>begin a blind session, or end it</source>
        <translation>commencer une séance à l’aveugle, ou la finir</translation>
    </message>
    <message>
        <source>N or Enter</source>
        <translation>N ou Enter</translation>
    </message>
    <message>
        <source>its next pair</source>
        <translation>sa paire suivante</translation>
    </message>
    <message>
        <source>the pages at the left</source>
        <translation>les pages à gauche</translation>
    </message>
    <message>
        <source>how the answers differ</source>
        <translation>en quoi les réponses diffèrent</translation>
    </message>
    <message>
        <source>settings for this comparison</source>
        <translation>réglages de cette comparaison</translation>
    </message>
    <message>
        <source>F1 or ?</source>
        <translation>F1 ou ?</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>cette liste</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Droite</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>l’étape suivante</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Gauche</translation>
    </message>
    <message>
        <source>the step before</source>
        <translation>l’étape précédente</translation>
    </message>
    <message>
        <source>let both answer, or stop them</source>
        <translation>faire répondre les deux, ou les arrêter</translation>
    </message>
    <message>
        <source>1 to 6</source>
        <translation>1 à 6</translation>
    </message>
    <message>
        <source>choose an answer, or vote</source>
        <translation>choisir une réponse, ou voter</translation>
    </message>
    <message>
        <source>back to the lessons</source>
        <translation>retour aux leçons</translation>
    </message>
    <message>
        <source>A or B</source>
        <translation>A ou B</translation>
    </message>
    <message>
        <source>the selected model plays that side</source>
        <translation>le modèle choisi joue ce côté</translation>
    </message>
    <message>
        <source>it plays the side on which it makes a pair</source>
        <translation>il joue le côté où il forme une paire</translation>
    </message>
    <message>
        <source>move its file to the trash</source>
        <translation>mettre son fichier à la corbeille</translation>
    </message>
    <message>
        <source>search these models</source>
        <translation>chercher parmi ces modèles</translation>
    </message>
    <message>
        <source>look through this computer again</source>
        <translation>parcourir de nouveau cet ordinateur</translation>
    </message>
    <message>
        <source>add a folder</source>
        <translation>ajouter un dossier</translation>
    </message>
    <message>
        <source>search Hugging Face</source>
        <translation>chercher sur Hugging Face</translation>
    </message>
    <message>
        <source>Esc or Alt+Left</source>
        <translation>Esc ou Alt+Gauche</translation>
    </message>
    <message>
        <source>back to the models</source>
        <translation>retour aux modèles</translation>
    </message>
    <message>
        <source>count again</source>
        <translation>compter de nouveau</translation>
    </message>
    <message>
        <source>import votes</source>
        <translation>importer des votes</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exporter</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>choose a new run</source>
        <translation>choisir un nouveau passage</translation>
    </message>
    <message>
        <source>start it</source>
        <translation>le démarrer</translation>
    </message>
    <message>
        <source>the run, its votes, what came out</source>
        <translation>le passage, ses votes, ses résultats</translation>
    </message>
    <message>
        <source>delete the selected run</source>
        <translation>supprimer le passage choisi</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Other pages</source>
        <translation>Autres pages</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Close this list (Esc)</source>
        <translation>Fermer cette liste (Esc)</translation>
    </message>
    <message>
        <source>Answer of {side}</source>
        <translation>Réponse de {side}</translation>
    </message>
    <message>
        <source>Hidden until the reveal</source>
        <translation>Caché jusqu’au dévoilement</translation>
    </message>
    <message>
        <source>{framing} · told before: “{text}”</source>
        <translation>{framing} · prompt système&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Rédaction en cours …</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Elle a échoué.</translation>
    </message>
    <message>
        <source>It was not finished.</source>
        <translation>Elle n’a pas été terminée.</translation>
    </message>
    <message>
        <source>{side} is correct</source>
        <translation>{side} est correcte</translation>
    </message>
    <message>
        <source>{side} is wrong</source>
        <translation>{side} est fausse</translation>
    </message>
    <message>
        <source>{choice} ({key}). Again takes it back.</source>
        <translation>{choice} ({key}). Encore une fois pour annuler.</translation>
    </message>
    <message>
        <source>Choose this ({key})</source>
        <translation>Choisir ceci ({key})</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Exact.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Pas tout à fait.</translation>
    </message>
    <message>
        <source>Kept. Go on and see.</source>
        <translation>Noté. Continuez pour voir.</translation>
    </message>
    <message>
        <source>‹ Lessons</source>
        <translation>‹ Leçons</translation>
    </message>
    <message>
        <source>Back to the lessons</source>
        <translation>Retour aux leçons</translation>
    </message>
    <message>
        <source>Back to the lessons (Esc)</source>
        <translation>Retour aux leçons (Esc)</translation>
    </message>
    <message>
        <source>More for this lesson</source>
        <translation>Plus pour cette leçon</translation>
    </message>
    <message>
        <source>Save this lesson with its answers, for computers without models</source>
        <translation>Enregistrer cette leçon avec ses réponses, pour des ordinateurs sans modèles</translation>
    </message>
    <message>
        <source>Save as a recording …</source>
        <translation>Enregistrer la séance …</translation>
    </message>
    <message>
        <source>Save without votes …</source>
        <translation>Enregistrer sans les votes …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>the step before</comment>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <translation>L’étape précédente (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>the next step</comment>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>The next step (Alt+Right)</source>
        <translation>L’étape suivante (Alt+Droite)</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Étape {n} sur {all}</translation>
    </message>
    <message>
        <source>Finish</source>
        <comment>a lesson</comment>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a lesson</comment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>étape {n} sur {all}</translation>
    </message>
    <message>
        <source>{n} step</source>
        <translation>{n} étape</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} étapes</translation>
    </message>
    <message>
        <source>about {n} minute</source>
        <translation>environ {n} minute</translation>
    </message>
    <message>
        <source>about {n} minutes</source>
        <translation>environ {n} minutes</translation>
    </message>
    <message>
        <source>yours: {file}</source>
        <translation>la vôtre&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Progress in {lesson}</source>
        <translation>Progression dans {lesson}</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>a lesson</comment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Begin</source>
        <comment>a lesson</comment>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <source>{action}: {lesson}</source>
        <translation>{action}&#xa0;: {lesson}</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Begin anew: {lesson}</source>
        <translation>Recommencer&#xa0;: {lesson}</translation>
    </message>
    <message>
        <source>From the first step. What you asked and voted stays in the history.</source>
        <translation>Depuis la première étape. Ce que vous avez demandé et voté reste dans l’historique.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove from the list: {lesson}</source>
        <translation>Retirer de la liste&#xa0;: {lesson}</translation>
    </message>
    <message>
        <source>Take it out of this list. Its answers and votes stay in the history.</source>
        <translation>La retirer de cette liste. Ses réponses et ses votes restent dans l’historique.</translation>
    </message>
    <message>
        <source>See it for yourself, about ten minutes each</source>
        <translation>Voyez par vous-même, environ dix minutes chacune</translation>
    </message>
    <message>
        <source>Open a recording …</source>
        <translation>Ouvrir un enregistrement …</translation>
    </message>
    <message>
        <source>A lesson or a run that was saved with its answers; no models are needed</source>
        <translation>Une leçon ou un passage enregistrés avec leurs réponses&#x202f;; aucun modèle n’est nécessaire</translation>
    </message>
    <message>
        <source>Recorded lessons, with their answers</source>
        <translation>Leçons enregistrées, avec leurs réponses</translation>
    </message>
    <message>
        <source>Lessons that ask your models</source>
        <translation>Leçons qui interrogent vos modèles</translation>
    </message>
    <message>
        <source>Your own lessons go into the folder {folder}, one Markdown file each.</source>
        <translation>Vos propres leçons vont dans le dossier {folder}, un fichier Markdown chacune.</translation>
    </message>
    <message>
        <source>The prompt before</source>
        <translation>Le prompt précédent</translation>
    </message>
    <message>
        <source>The next prompt</source>
        <translation>Le prompt suivant</translation>
    </message>
    <message>
        <source>These answers were deleted from the history.</source>
        <translation>Ces réponses ont été supprimées de l’historique.</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Pas encore demandé.</translation>
    </message>
    <message>
        <source>Both are writing …</source>
        <translation>Les deux écrivent …</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Chargement du modèle …</translation>
    </message>
    <message>
        <source>Prompt {n} of {all}</source>
        <translation>Prompt {n} sur {all}</translation>
    </message>
    <message>
        <source>Prompt {n}: {what}</source>
        <translation>Prompt {n}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>The recorded answers are not in the history any more.</source>
        <translation>Les réponses enregistrées ne sont plus dans l’historique.</translation>
    </message>
    <message>
        <source>Open the recording once more.</source>
        <translation>Ouvrez de nouveau l’enregistrement.</translation>
    </message>
    <message>
        <source>Go to the models</source>
        <translation>Aller aux modèles</translation>
    </message>
    <message>
        <source>Open the Models page</source>
        <translation>Ouvrir la page Modèles</translation>
    </message>
    <message>
        <source>Asks: “{prompt}”</source>
        <translation>Demande&#xa0;: «&#xa0;{prompt}&#xa0;»</translation>
    </message>
    <message>
        <source>Asks {n} prompts, one after the other.</source>
        <translation>Pose {n} prompts, l’un après l’autre.</translation>
    </message>
    <message>
        <source>This step was not recorded. Go on without it.</source>
        <translation>Cette étape n’a pas été enregistrée. Continuez sans elle.</translation>
    </message>
    <message>
        <source>Was asked: “{prompt}”</source>
        <translation>Demandé&#xa0;: «&#xa0;{prompt}&#xa0;»</translation>
    </message>
    <message>
        <source>{n} prompt was asked.</source>
        <translation>{n} prompt a été posé.</translation>
    </message>
    <message>
        <source>{n} prompts were asked.</source>
        <translation>{n} prompts ont été posés.</translation>
    </message>
    <message>
        <source>Show all at once</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Wait no longer</source>
        <translation>Ne plus attendre</translation>
    </message>
    <message>
        <source>Stop both models</source>
        <translation>Arrêter les deux modèles</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <source>Show the answers</source>
        <translation>Afficher les réponses</translation>
    </message>
    <message>
        <source>Show what was answered when this was recorded (Ctrl+Enter)</source>
        <translation>Afficher les réponses données lors de l’enregistrement (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run this</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Ask both models (Ctrl+Enter)</source>
        <translation>Interroger les deux modèles (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Make your guess first: it is kept.</source>
        <translation>Faites d’abord votre pronostic&#xa0;: il est gardé.</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Choisissez d’abord une réponse.</translation>
    </message>
    <message>
        <source>Vote on each pair first.</source>
        <translation>Votez d’abord sur chaque paire.</translation>
    </message>
    <message>
        <source>Look at the answers first.</source>
        <translation>Regardez d’abord les réponses.</translation>
    </message>
    <message>
        <source>Run this first.</source>
        <translation>Lancez d’abord ceci.</translation>
    </message>
    <message>
        <source>You know now who was who, so these votes are closed.</source>
        <translation>Vous savez maintenant qui était qui&#xa0;: ces votes sont clos.</translation>
    </message>
    <message>
        <source>{n} of {all} voted on</source>
        <translation>Votes&#xa0;: {n} sur {all}</translation>
    </message>
    <message>
        <source>You had said: “{choice}”</source>
        <translation>Vous aviez dit&#xa0;: «&#xa0;{choice}&#xa0;»</translation>
    </message>
    <message>
        <source>Your votes – {votes}</source>
        <translation>Vos votes – {votes}</translation>
    </message>
    <message>
        <source>Votes of {name} – {votes}</source>
        <translation>Votes de {name} – {votes}</translation>
    </message>
    <message>
        <source>tie</source>
        <comment>a vote</comment>
        <translation>égalité</translation>
    </message>
    <message>
        <source>both bad</source>
        <comment>a vote</comment>
        <translation>toutes deux mauvaises</translation>
    </message>
    <message>
        <source>You held to be correct – {one}: {n} of {all}, {other}: {m} of {all}</source>
        <translation>Vous avez jugé correctes – {one}&#xa0;: {n} sur {all}, {other}&#xa0;: {m} sur {all}</translation>
    </message>
    <message>
        <source>{model} ({framing})</source>
        <translation>{model} ({framing})</translation>
    </message>
    <message>
        <source>told nothing</source>
        <translation>sans consigne</translation>
    </message>
    <message>
        <source>{model} (“{text}”)</source>
        <translation>{model} («&#xa0;{text}&#xa0;»)</translation>
    </message>
    <message>
        <source>{model} with seed {seed}</source>
        <translation>{model} avec la graine {seed}</translation>
    </message>
    <message>
        <source>{terms} By using the models you accept them.</source>
        <translation>{terms} En utilisant ces modèles, vous les acceptez.</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>Téléchargement de {title}</translation>
    </message>
    <message>
        <source>Installed ✓</source>
        <translation>Installé ✓</translation>
    </message>
    <message>
        <source>Compare these two</source>
        <translation>Comparer ces deux</translation>
    </message>
    <message>
        <source>Compare the base model and the chat model of {title}</source>
        <translation>Comparer le modèle de base et le modèle de chat de {title}</translation>
    </message>
    <message>
        <source>Put the base model on side A and the chat model on side B</source>
        <translation>Placer le modèle de base côté A et le modèle de chat côté B</translation>
    </message>
    <message>
        <source>{sentence}
An estimate from the size of the files.</source>
        <translation>{sentence}
Estimation d’après la taille des fichiers.</translation>
    </message>
    <message>
        <source>Download 1 model</source>
        <translation>Télécharger 1 modèle</translation>
    </message>
    <message>
        <source>Download {n} models</source>
        <translation>Télécharger {n} modèles</translation>
    </message>
    <message>
        <source>Accept and download 1 model</source>
        <translation>Accepter et télécharger</translation>
    </message>
    <message>
        <source>Accept and download {n} models</source>
        <translation>Accepter et télécharger les {n}</translation>
    </message>
    <message>
        <source>Accept the terms above and fetch what is missing of it</source>
        <translation>Accepter les conditions ci-dessus et télécharger ce qui manque</translation>
    </message>
    <message>
        <source>Fetch what is missing of it</source>
        <translation>Télécharger ce qui manque</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>Reprendre là où il s’est arrêté</translation>
    </message>
    <message>
        <source>Stop for now; what came is kept</source>
        <translation>Arrêter pour l’instant&#x202f;; ce qui est arrivé est conservé</translation>
    </message>
    <message>
        <source>Don’t fetch it</source>
        <translation>Ne pas télécharger</translation>
    </message>
    <message>
        <source>Stop, and throw away what is half-finished</source>
        <translation>Arrêter et jeter ce qui est inachevé</translation>
    </message>
    <message>
        <source>Asking the Hub …</source>
        <translation>Interrogation du Hub …</translation>
    </message>
    <message>
        <source>Paused · {done_of_all}</source>
        <translation>En pause · {done_of_all}</translation>
    </message>
    <message>
        <source>Starter pair</source>
        <translation>Paire de départ</translation>
    </message>
    <message>
        <source>Two families. It comes as Python packages: no Hub and no account needed.</source>
        <translation>Deux familles. Sous forme de paquets Python&#xa0;: ni Hub ni compte nécessaires.</translation>
    </message>
    <message>
        <source>Looking at this computer …</source>
        <translation>Examen de cet ordinateur …</translation>
    </message>
    <message>
        <source>Look again</source>
        <comment>for models</comment>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Look again at the library and this computer</source>
        <translation>Revoir la bibliothèque et cet ordinateur</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En afficher moins</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Afficher les {count}</translation>
    </message>
    <message>
        <source>Show one row of pairs</source>
        <translation>Afficher une seule rangée de paires</translation>
    </message>
    <message>
        <source>Show all {count} pairs</source>
        <translation>Afficher les {count} paires</translation>
    </message>
    <message>
        <source>Back to one row</source>
        <translation>Revenir à une rangée</translation>
    </message>
    <message>
        <source>Show every pair and ladder that is known</source>
        <translation>Afficher toutes les paires et séries d’étapes connues</translation>
    </message>
    <message>
        <source>Pairs to begin with</source>
        <translation>Des paires pour commencer</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantification</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Its name, here and on the Compare page</source>
        <translation>Son nom, ici et sur la page Comparer</translation>
    </message>
    <message>
        <source>Base models go on with a text, chat models answer</source>
        <translation>Un modèle de base continue un texte, un modèle de chat répond</translation>
    </message>
    <message>
        <source>What base and chat models of one maker share</source>
        <translation>Ce que partagent les modèles de base et de chat d’un même auteur</translation>
    </message>
    <message>
        <source>How many weights it has</source>
        <translation>Combien de poids il a</translation>
    </message>
    <message>
        <source>How the weights are stored: fewer bits are smaller and coarser</source>
        <translation>Comment les poids sont stockés&#xa0;: moins de bits, c’est plus petit et plus grossier</translation>
    </message>
    <message>
        <source>Of its file</source>
        <translation>De son fichier</translation>
    </message>
    <message>
        <source>The longest conversation it was trained for, in tokens</source>
        <translation>La plus longue conversation pour laquelle il a été entraîné, en tokens</translation>
    </message>
    <message>
        <source>Whether it fits into the memory that is free now</source>
        <translation>S’il tient dans la mémoire libre en ce moment</translation>
    </message>
    <message>
        <source>Where its file comes from</source>
        <translation>D’où vient son fichier</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Quant.</source>
        <translation>Quant.</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Use as A or B</source>
        <translation>Utiliser comme A ou B</translation>
    </message>
    <message>
        <source>Look for models in a folder too</source>
        <translation>Chercher aussi des modèles dans un dossier</translation>
    </message>
    <message>
        <source>{name} is chosen for side {side}.</source>
        <translation>{name} est choisi pour le côté {side}.</translation>
    </message>
    <message>
        <source>{name} is in the library now.</source>
        <translation>{name} est maintenant dans la bibliothèque.</translation>
    </message>
    <message>
        <source>The selected model</source>
        <translation>Le modèle sélectionné</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Plus ▾</translation>
    </message>
    <message>
        <source>More for this model</source>
        <translation>Autres actions pour ce modèle</translation>
    </message>
    <message>
        <source>Kind, folder, path, trash (Shift+F10)</source>
        <translation>Type, dossier, chemin, corbeille (Shift+F10)</translation>
    </message>
    <message>
        <source>As {side}</source>
        <translation>Comme {side}</translation>
    </message>
    <message>
        <source>On which side</source>
        <translation>De quel côté</translation>
    </message>
    <message>
        <source>Look for a smaller one</source>
        <translation>En chercher un plus petit</translation>
    </message>
    <message>
        <source>Search Hugging Face for other files of this model; those that fit are marked</source>
        <translation>Chercher sur Hugging Face d’autres fichiers de ce modèle&#x202f;; ceux qui tiennent sont signalés</translation>
    </message>
    <message>
        <source>Is {side} ✓</source>
        <translation>Est {side} ✓</translation>
    </message>
    <message>
        <source>Use as {side}</source>
        <translation>Mettre en {side}</translation>
    </message>
    <message>
        <source>No model plays side {side} yet, so there is no pair to look at.</source>
        <translation>Aucun modèle n’est encore côté {side}&#x202f;; il n’y a donc pas de paire à examiner.</translation>
    </message>
    <message>
        <source>Counted with a context of {tokens} tokens.</source>
        <translation>Calculé avec un contexte de {tokens} tokens.</translation>
    </message>
    <message>
        <source>With {tokens} tokens they fit.</source>
        <translation>Avec {tokens} tokens, ils tiennent.</translation>
    </message>
    <message>
        <source>With {tokens} tokens it fits.</source>
        <translation>Avec {tokens} tokens, il tient.</translation>
    </message>
    <message>
        <source>Use {tokens} tokens</source>
        <translation>Utiliser {tokens} tokens</translation>
    </message>
    <message>
        <source>Use a context of {tokens} tokens for all conversations</source>
        <translation>Utiliser un contexte de {tokens} tokens pour toutes les conversations</translation>
    </message>
    <message>
        <source>From now on, make room for conversations of {tokens} tokens</source>
        <translation>Désormais, prévoir la place pour des conversations de {tokens} tokens</translation>
    </message>
    <message>
        <source>No shorter one helps: close other programs, or take a smaller model or quantization.</source>
        <translation>Un contexte plus court n’y change rien&#xa0;: fermez d’autres programmes, ou prenez un modèle ou une quantification plus petits.</translation>
    </message>
    <message>
        <source>Up to {tokens} fit.</source>
        <translation>Jusqu’à {tokens} tiennent.</translation>
    </message>
    <message>
        <source>Use this model as {side}</source>
        <translation>Utiliser ce modèle comme {side}</translation>
    </message>
    <message>
        <source>Let it play side {side} (in the table: {side})</source>
        <translation>Le placer côté {side} (dans le tableau&#xa0;: {side})</translation>
    </message>
    <message>
        <source>Both fit.</source>
        <translation>Les deux tiennent.</translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation>Il tient.</translation>
    </message>
    <message>
        <source>They fit one at a time: they answer one after the other.</source>
        <translation>Ils tiennent un à la fois&#xa0;: ils répondent l’un après l’autre.</translation>
    </message>
    <message>
        <source>It will be slow.</source>
        <translation>Ce sera lent.</translation>
    </message>
    <message>
        <source>Not both can run.</source>
        <translation>Les deux ne peuvent pas fonctionner.</translation>
    </message>
    <message>
        <source>It won&apos;t fit.</source>
        <translation>Il ne tient pas.</translation>
    </message>
    <message>
        <source>{tokens} tokens of context</source>
        <translation>{tokens} tokens de contexte</translation>
    </message>
    <message>
        <source>in {parts} files</source>
        <translation>en {parts} fichiers</translation>
    </message>
    <message>
        <source>Throw away {lost}?</source>
        <translation>Jeter {lost}&#x202f;?</translation>
    </message>
    <message>
        <source>{question} Press again to stop {name}</source>
        <translation>{question} Appuyez encore pour arrêter {name}</translation>
    </message>
    <message>
        <source>Press again to stop it and throw away what came</source>
        <translation>Appuyez encore pour l’arrêter et jeter ce qui est arrivé</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Téléchargement de {name}</translation>
    </message>
    <message>
        <source>Stop it, and throw away what came</source>
        <translation>L’arrêter et jeter ce qui est arrivé</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>Copier l’adresse {address}</translation>
    </message>
    <message>
        <source>Copy {address} to open it in a browser</source>
        <translation>Copier {address} pour l’ouvrir dans un navigateur</translation>
    </message>
    <message>
        <source>Copied ✓</source>
        <translation>Copié ✓</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>Vérification de ce qui est là</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>The line broke</source>
        <translation>Connexion coupée</translation>
    </message>
    <message>
        <source>Entering it in the library</source>
        <translation>Ajout à la bibliothèque</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>Vous travaillez hors ligne.</translation>
    </message>
    <message>
        <source>download</source>
        <comment>to download</comment>
        <translation>télécharger</translation>
    </message>
    <message>
        <source>{done} of {total} {unit}</source>
        <translation>{done} sur {total} {unit}</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}&#xa0;%</translation>
    </message>
    <message>
        <source>The line broke, trying again in {wait_s} s</source>
        <translation>Connexion coupée, nouvel essai dans {wait_s} s</translation>
    </message>
    <message>
        <source>The line broke, trying again</source>
        <translation>Connexion coupée, nouvel essai</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} et {count} autres</translation>
    </message>
    <message>
        <source>Needs {size}</source>
        <translation>Demande {size}</translation>
    </message>
    <message>
        <source>Needs {size}, {free} free</source>
        <translation>Demande {size}, {free} libres</translation>
    </message>
    <message>
        <source>Too little room on the disk: it needs {size} and {free} is free. Make room first.</source>
        <translation>Trop peu de place sur le disque&#xa0;: il faut {size} et {free} sont libres. Faites d’abord de la place.</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>{missing} to go</source>
        <translation>{missing} à venir</translation>
    </message>
    <message>
        <source>nothing is being fetched</source>
        <translation>rien n’est en cours</translation>
    </message>
    <message>
        <source>{n} stopped by trouble</source>
        <translation>{n} arrêté par un problème</translation>
    </message>
    <message>
        <source>{n} stopped by trouble</source>
        <comment>several</comment>
        <translation>{n} arrêtés par un problème</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Resume all downloads</source>
        <translation>Reprendre tous les téléchargements</translation>
    </message>
    <message>
        <source>Pause all downloads</source>
        <translation>Mettre en pause tous les téléchargements</translation>
    </message>
    <message>
        <source>Go on with all where they stopped</source>
        <translation>Les reprendre tous là où ils se sont arrêtés</translation>
    </message>
    <message>
        <source>Stop all for now; what came is kept</source>
        <translation>Tout arrêter pour l’instant&#x202f;; ce qui est arrivé est conservé</translation>
    </message>
    <message>
        <source>Search these models</source>
        <translation>Filtrer les modèles</translation>
    </message>
    <message>
        <source>Search names, families, quantizations and places (Ctrl+F)</source>
        <translation>Chercher par nom, famille, quantification ou emplacement (Ctrl+F)</translation>
    </message>
    <message>
        <source>Only models of this kind</source>
        <translation>Seulement les modèles de ce type</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Only models that fit like this</source>
        <translation>Seulement les modèles qui tiennent ainsi en mémoire</translation>
    </message>
    <message>
        <source>Any fit</source>
        <translation>Tient ou non</translation>
    </message>
    <message>
        <source>Look through this computer again</source>
        <translation>Parcourir à nouveau cet ordinateur</translation>
    </message>
    <message>
        <source>Look through this computer again (F5)</source>
        <translation>Parcourir à nouveau cet ordinateur (F5)</translation>
    </message>
    <message>
        <source>The file, which is mapped into memory</source>
        <translation>Le fichier, projeté en mémoire</translation>
    </message>
    <message>
        <source>Rearranged copies</source>
        <translation>Copies réarrangées</translation>
    </message>
    <message>
        <source>Copies of weights in the order that this processor likes</source>
        <translation>Copies de poids dans l’ordre que préfère ce processeur</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Cache KV</translation>
    </message>
    <message>
        <source>The memory of the conversation; it grows with the context</source>
        <translation>La mémoire de la conversation&#x202f;; elle croît avec le contexte</translation>
    </message>
    <message>
        <source>Compute buffer</source>
        <translation>Tampon de calcul</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s working memory</source>
        <translation>La mémoire de travail de llama.cpp</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>The process around it</source>
        <translation>Le processus qui l’entoure</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En tout</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>seul</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>avec {name}</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… et {count} autres.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Take {name} out of the library</source>
        <translation>Retirer {name} de la bibliothèque</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Open the folder of {name}</source>
        <translation>Ouvrir le dossier de {name}</translation>
    </message>
    <message>
        <source>Look in {folder} no longer; the folder stays as it is</source>
        <translation>Ne plus chercher dans {folder}&#x202f;; le dossier reste tel quel</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← Retour</translation>
    </message>
    <message>
        <source>Back to the models on this computer (Esc)</source>
        <translation>Revenir aux modèles de cet ordinateur (Esc)</translation>
    </message>
    <message>
        <source>Back to the models</source>
        <translation>Revenir aux modèles</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ajouter un dossier …</translation>
    </message>
    <message>
        <source>Look for models in a folder of yours too (Ctrl+O)</source>
        <translation>Chercher aussi des modèles dans un de vos dossiers (Ctrl+O)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>Search Hugging Face</source>
        <translation>Chercher sur Hugging Face</translation>
    </message>
    <message>
        <source>Find more models on the Hub (Ctrl+Shift+F)</source>
        <translation>Trouver d’autres modèles sur le Hub (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Token …</source>
        <translation>Jeton …</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Give Counterpoint a token of your account</source>
        <translation>Donner à Counterpoint un jeton de votre compte</translation>
    </message>
    <message>
        <source>Copy {address}</source>
        <translation>Copier {address}</translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation>Copier son adresse</translation>
    </message>
    <message>
        <source>Copy the page’s address</source>
        <translation>Copier l’adresse de la page</translation>
    </message>
    <message>
        <source>Open its page in your browser, log in and accept the terms.</source>
        <translation>Ouvrez sa page dans votre navigateur, connectez-vous et acceptez les conditions.</translation>
    </message>
    <message>
        <source>{first} If that is done with the account of your token, you can download it.</source>
        <translation>{first} Si c’est fait avec le compte de votre jeton, vous pouvez le télécharger.</translation>
    </message>
    <message>
        <source>{first} Then give Counterpoint a token of that account, and download it.</source>
        <translation>{first} Donnez ensuite à Counterpoint un jeton de ce compte, puis téléchargez-le.</translation>
    </message>
    <message>
        <source>Address copied ✓</source>
        <translation>Adresse copiée ✓</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>The card goes on from here. All of it is on the model’s page.</source>
        <translation>La fiche continue. Elle est en entier sur la page du modèle.</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>En afficher {count} de plus</translation>
    </message>
    <message>
        <source>Show more results</source>
        <translation>Afficher plus de résultats</translation>
    </message>
    <message>
        <source>Ask the Hub for the next results</source>
        <translation>Demander au Hub les résultats suivants</translation>
    </message>
    <message>
        <source>{n} repository, that is all</source>
        <translation>{n} dépôt, c’est tout</translation>
    </message>
    <message>
        <source>{n} repositories, that is all</source>
        <translation>{n} dépôts, c’est tout</translation>
    </message>
    <message>
        <source>{n} repository so far</source>
        <translation>{n} dépôt jusqu’ici</translation>
    </message>
    <message>
        <source>{n} repositories so far</source>
        <translation>{n} dépôts jusqu’ici</translation>
    </message>
    <message>
        <source>Asking for more …</source>
        <translation>Demande de la suite …</translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation>Attente …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Vérification …</translation>
    </message>
    <message>
        <source>Trying again …</source>
        <translation>Nouvel essai …</translation>
    </message>
    <message>
        <source>Finishing …</source>
        <translation>Finition …</translation>
    </message>
    <message>
        <source>Here ✓</source>
        <translation>Présent ✓</translation>
    </message>
    <message>
        <source>Unknown quantization</source>
        <translation>Quantification inconnue</translation>
    </message>
    <message>
        <source>Asked for ✓</source>
        <translation>Demandé ✓</translation>
    </message>
    <message>
        <source>✓ recommended</source>
        <translation>✓ recommandé</translation>
    </message>
    <message>
        <source>The best balance of quality and size that runs well on this computer</source>
        <translation>Le meilleur équilibre entre qualité et taille qui tourne bien sur cet ordinateur</translation>
    </message>
    <message>
        <source>{name}, {n} parts</source>
        <translation>{name}, {n} parties</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>des parties manquent</translation>
    </message>
    <message>
        <source>not a model by itself</source>
        <translation>pas un modèle à lui seul</translation>
    </message>
    <message>
        <source>{file}: {fits}, show the sum</source>
        <translation>{file}&#xa0;: {fits}, afficher le calcul</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>Télécharger {name}</translation>
    </message>
    <message>
        <source>Put it into the queue of downloads</source>
        <translation>L’ajouter à la file des téléchargements</translation>
    </message>
    <message>
        <source>in all, with a conversation of {tokens} tokens</source>
        <translation>en tout, avec une conversation de {tokens} tokens</translation>
    </message>
    <message>
        <source>is free now</source>
        <translation>de libre en ce moment</translation>
    </message>
    <message>
        <source>With a conversation of {tokens} tokens it fits.</source>
        <translation>Avec une conversation de {tokens} tokens, il tient.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Que montrer</translation>
    </message>
    <message>
        <source>Its files, with their sizes, and whether they fit</source>
        <translation>Ses fichiers, leur taille, et s’ils tiennent en mémoire</translation>
    </message>
    <message>
        <source>What its author says about it; no picture is loaded</source>
        <translation>Ce que son auteur en dit&#x202f;; aucune image n’est chargée</translation>
    </message>
    <message>
        <source>commit {commit}</source>
        <translation>commit {commit}</translation>
    </message>
    <message>
        <source>It has no model card.</source>
        <translation>Il n’a pas de fiche.</translation>
    </message>
    <message>
        <source>Its author has written nothing about it.</source>
        <translation>Son auteur n’a rien écrit à son sujet.</translation>
    </message>
    <message>
        <source>Ask for the card again</source>
        <translation>Redemander la fiche</translation>
    </message>
    <message>
        <source>It has no GGUF file that can be checked.</source>
        <translation>Il n’a aucun fichier GGUF vérifiable.</translation>
    </message>
    <message>
        <source>For conversations of {tokens} tokens, with the memory that is free now.</source>
        <translation>Pour des conversations de {tokens} tokens, avec la mémoire libre en ce moment.</translation>
    </message>
    <message>
        <source>{relation}:</source>
        <translation>{relation}&#xa0;:</translation>
    </message>
    <message>
        <source>Show it, to compare the two</source>
        <translation>L’afficher, pour comparer les deux</translation>
    </message>
    <message>
        <source>from the same maker</source>
        <translation>du même auteur</translation>
    </message>
    <message>
        <source>Reading the card …</source>
        <translation>Lecture de la fiche …</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>Search Hugging Face for GGUF models</source>
        <translation>Chercher des modèles GGUF sur Hugging Face</translation>
    </message>
    <message>
        <source>Words of the model’s name (Ctrl+F); Enter searches at once</source>
        <translation>Des mots du nom du modèle (Ctrl+F)&#x202f;; Enter cherche tout de suite</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Le plus de</translation>
    </message>
    <message>
        <source>What was downloaded most in the last 30 days comes first</source>
        <translation>Les plus téléchargés des 30 derniers jours d’abord</translation>
    </message>
    <message>
        <source>What most people like comes first</source>
        <translation>Les plus aimés d’abord</translation>
    </message>
    <message>
        <source>Token ✓</source>
        <translation>Jeton ✓</translation>
    </message>
    <message>
        <source>Token: there is one</source>
        <translation>Jeton&#xa0;: il y en a un</translation>
    </message>
    <message>
        <source>Token: there is none</source>
        <translation>Jeton&#xa0;: il n’y en a pas</translation>
    </message>
    <message>
        <source>Searches and downloads are made with your token</source>
        <translation>Recherches et téléchargements se font avec votre jeton</translation>
    </message>
    <message>
        <source>For models that ask for terms</source>
        <translation>Pour les modèles soumis à des conditions</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”.</source>
        <translation>Rien n’a été trouvé pour «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Try fewer words, only the family for example, and look at the spelling.</source>
        <translation>Essayez moins de mots, par exemple la famille seule, et vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Empty the field and begin anew</source>
        <translation>Vider le champ et recommencer</translation>
    </message>
    <message>
        <source>Search again (Enter in the field)</source>
        <translation>Chercher à nouveau (Enter dans le champ)</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Go to the switch “Work offline”</source>
        <translation>Aller à l’option «&#xa0;Travailler hors ligne&#xa0;»</translation>
    </message>
    <message>
        <source>Looking at its files …</source>
        <translation>Examen de ses fichiers …</translation>
    </message>
    <message>
        <source>Choose a repository to see its files, and whether they fit.</source>
        <translation>Choisissez un dépôt pour voir ses fichiers, et s’ils tiennent en mémoire.</translation>
    </message>
    <message>
        <source>Ask for it again</source>
        <translation>Le redemander</translation>
    </message>
    <message>
        <source>The smallest pair, quick on any laptop</source>
        <translation>La plus petite paire, rapide sur tout portable</translation>
    </message>
    <message>
        <source>Small, and good at following instructions</source>
        <translation>Petit, et doué pour suivre des consignes</translation>
    </message>
    <message>
        <source>Every stage of its training is open</source>
        <translation>Chaque étape de son entraînement est ouverte</translation>
    </message>
    <message>
        <source>Find a model on Hugging Face</source>
        <translation>Trouver un modèle sur Hugging Face</translation>
    </message>
    <message>
        <source>Type a name, such as a family or a size. You see each model’s files, whether they fit into this computer’s memory, and the base or chat model that belongs to it, before anything is downloaded.</source>
        <translation>Tapez un nom, par exemple une famille ou une taille. Vous voyez les fichiers de chaque modèle, s’ils tiennent dans la mémoire de cet ordinateur, et le modèle de base ou de chat qui va avec, avant tout téléchargement.</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>Ou commencez par l’un de ceux-ci&#xa0;:</translation>
    </message>
    <message>
        <source>{why}. Search for it.</source>
        <translation>{why}. Le chercher.</translation>
    </message>
    <message>
        <source>Search for {text}</source>
        <translation>Chercher {text}</translation>
    </message>
    <message>
        <source>asks for terms</source>
        <translation>sous conditions</translation>
    </message>
    <message>
        <source>asks for approval</source>
        <translation>accord requis</translation>
    </message>
    <message>
        <source>This is given to everybody who accepts its terms.</source>
        <translation>Il est donné à tous ceux qui acceptent ses conditions.</translation>
    </message>
    <message>
        <source>This is given to people whom its author has approved. That can take a day or more.</source>
        <translation>Il est donné aux personnes que son auteur a acceptées. Cela peut prendre un jour ou plus.</translation>
    </message>
    <message>
        <source>{count}M</source>
        <comment>millions</comment>
        <translation>{count} M</translation>
    </message>
    <message>
        <source>{count}k</source>
        <comment>thousands</comment>
        <translation>{count} k</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>licence inconnue</translation>
    </message>
    <message>
        <source>{short} download</source>
        <translation>{short} téléch.</translation>
    </message>
    <message>
        <source>{short} downloads</source>
        <translation>{short} téléch.</translation>
    </message>
    <message>
        <source>{short} like</source>
        <translation>{short} J’aime</translation>
    </message>
    <message>
        <source>{short} likes</source>
        <translation>{short} J’aime</translation>
    </message>
    <message>
        <source>updated {day}</source>
        <translation>mis à jour le {day}</translation>
    </message>
    <message>
        <source>{name} by {owner}</source>
        <translation>{name} de {owner}</translation>
    </message>
    <message>
        <source>Its author names no licence. Ask before you use it for more than a try.</source>
        <translation>Son auteur n’indique pas de licence. Demandez-lui avant d’en faire plus qu’un essai.</translation>
    </message>
    <message>
        <source>Its base</source>
        <translation>Sa base</translation>
    </message>
    <message>
        <source>Its chat model</source>
        <translation>Son modèle de chat</translation>
    </message>
    <message>
        <source>search</source>
        <comment>to search</comment>
        <translation>chercher</translation>
    </message>
    <message>
        <source>Models that are here already can be used as always.</source>
        <translation>Les modèles déjà présents s’utilisent comme toujours.</translation>
    </message>
    <message>
        <source>Needs about {need}, {free} free. Press to see the sum.</source>
        <translation>Demande environ {need}, {free} libres. Appuyez pour voir le calcul.</translation>
    </message>
    <message>
        <source>“Base” or “chat” is judged from the file and its source; hover to see why, click to correct it. A and B put the selected model on a side.</source>
        <translation>«&#xa0;Base&#xa0;» ou «&#xa0;chat&#xa0;» est jugé d’après le fichier et sa source&#x202f;; survolez pour voir pourquoi, cliquez pour corriger. A et B placent le modèle sélectionné d’un côté.</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>Ne pas chercher plus loin</translation>
    </message>
    <message>
        <source>Read it no further</source>
        <translation>Ne pas le lire plus loin</translation>
    </message>
    <message>
        <source>Files that can&apos;t be used</source>
        <translation>Fichiers inutilisables</translation>
    </message>
    <message>
        <source>Folders that you have added</source>
        <translation>Dossiers que vous avez ajoutés</translation>
    </message>
    <message>
        <source>What could not be looked through</source>
        <translation>Ce qui n’a pas pu être parcouru</translation>
    </message>
    <message>
        <source>{n} note about what could not be looked through</source>
        <translation>{n} remarque sur ce qui n’a pas pu être parcouru</translation>
    </message>
    <message>
        <source>{n} notes about what could not be looked through</source>
        <translation>{n} remarques sur ce qui n’a pas pu être parcouru</translation>
    </message>
    <message>
        <source>{n} file set aside: not models that can be used by themselves</source>
        <translation>{n} fichier mis de côté&#xa0;: inutilisable seul comme modèle</translation>
    </message>
    <message>
        <source>{n} files set aside: not models that can be used by themselves</source>
        <translation>{n} fichiers mis de côté&#xa0;: inutilisables seuls comme modèles</translation>
    </message>
    <message>
        <source>{n} added folder</source>
        <translation>{n} dossier ajouté</translation>
    </message>
    <message>
        <source>{n} added folders</source>
        <translation>{n} dossiers ajoutés</translation>
    </message>
    <message>
        <source>Look again (F5)</source>
        <translation>Actualiser (F5)</translation>
    </message>
    <message>
        <source>No model here is like that.</source>
        <translation>Aucun modèle ici ne correspond.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Look for nothing in particular</source>
        <translation>Ne rien chercher de particulier</translation>
    </message>
    <message>
        <source>Looking for models on this computer …</source>
        <translation>Recherche de modèles sur cet ordinateur …</translation>
    </message>
    <message>
        <source>Only names and headers are read.</source>
        <translation>Seuls les noms et les en-têtes sont lus.</translation>
    </message>
    <message>
        <source>There is no model on this computer yet.</source>
        <translation>Il n’y a pas encore de modèle sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Get a pair above, search Hugging Face, or add the folder where you keep GGUF files.</source>
        <translation>Prenez une paire ci-dessus, cherchez sur Hugging Face, ou ajoutez le dossier où vous gardez des fichiers GGUF.</translation>
    </message>
    <message>
        <source>✓ Right for a comparison: {aspects}</source>
        <translation>✓ Convient à une comparaison&#xa0;: {aspects}</translation>
    </message>
    <message>
        <source>Beside {model} ({side}): {said}</source>
        <translation>À côté de {model} ({side})&#xa0;: {said}</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a} et {b}</translation>
    </message>
    <message>
        <source>≠ {aspect}: {values}.</source>
        <translation>≠ {aspect}&#xa0;: {values}.</translation>
    </message>
    <message>
        <source>{name} is no longer in the library. Its file stays.</source>
        <translation>{name} n’est plus dans la bibliothèque. Son fichier reste.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more.</source>
        <translation>Le dossier {folder} n’existe plus.</translation>
    </message>
    <message>
        <source>The file manager did not open. The folder is {folder}.</source>
        <translation>Le gestionnaire de fichiers ne s’est pas ouvert. Le dossier est {folder}.</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>Le chemin est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Not from here</source>
        <translation>Pas d’ici</translation>
    </message>
    <message>
        <source>{name} is not deleted from here.</source>
        <translation>{name} ne se supprime pas d’ici.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Move {name} to the trash?</source>
        <translation>Mettre {name} à la corbeille&#x202f;?</translation>
    </message>
    <message>
        <source>Its file ({size}) can be got back from there. What it has answered stays in the history.</source>
        <translation>Son fichier ({size}) peut en être repris. Ses réponses restent dans l’historique.</translation>
    </message>
    <message>
        <source>Its {n} files ({size}) can be got back from there. What it has answered stays in the history.</source>
        <translation>Ses {n} fichiers ({size}) peuvent en être repris. Ses réponses restent dans l’historique.</translation>
    </message>
    <message>
        <source>{name} is in the trash.</source>
        <translation>{name} est dans la corbeille.</translation>
    </message>
    <message>
        <source>What this model is</source>
        <translation>Ce qu’est ce modèle</translation>
    </message>
    <message>
        <source>Base: it goes on with a text</source>
        <translation>Base&#xa0;: il continue un texte</translation>
    </message>
    <message>
        <source>Chat: it was trained to answer</source>
        <translation>Chat&#xa0;: il a été entraîné à répondre</translation>
    </message>
    <message>
        <source>Judge it from the file</source>
        <translation>En juger d’après le fichier</translation>
    </message>
    <message>
        <source>With this model</source>
        <translation>Avec ce modèle</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Forget it (the file stays)</source>
        <translation>L’oublier (le fichier reste)</translation>
    </message>
    <message>
        <source>Take it out of the library: it is no longer offered on the Compare page</source>
        <translation>Le retirer de la bibliothèque&#xa0;: il n’est plus proposé sur la page Comparer</translation>
    </message>
    <message>
        <source>Move to the trash …</source>
        <translation>Mettre à la corbeille …</translation>
    </message>
    <message>
        <source>Its file is moved to the trash, from where you can get it back</source>
        <translation>Son fichier va à la corbeille, d’où vous pouvez le reprendre</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Dans la bibliothèque</translation>
    </message>
    <message>
        <source>The file of {name} is gone, or a part of it: {path}.</source>
        <translation>Le fichier de {name} a disparu, ou une partie&#xa0;: {path}.</translation>
    </message>
    <message>
        <source>Put it back, or let the library forget it.</source>
        <translation>Remettez-le, ou faites-le oublier à la bibliothèque.</translation>
    </message>
    <message>
        <source>Click to correct it.</source>
        <translation>Cliquez pour corriger.</translation>
    </message>
    <message>
        <source>By itself:</source>
        <translation>À lui seul&#xa0;:</translation>
    </message>
    <message>
        <source>{name}, plays side {sides}</source>
        <translation>{name}, côté {sides}</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modèles sur cet ordinateur</translation>
    </message>
    <message>
        <source>Let it play side {side} ({side})</source>
        <translation>Le placer côté {side} ({side})</translation>
    </message>
    <message>
        <source>Hugging Face token</source>
        <translation>Jeton Hugging Face</translation>
    </message>
    <message>
        <source>Paste a token: hf_…</source>
        <translation>Collez un jeton&#xa0;: hf_…</translation>
    </message>
    <message>
        <source>It is hidden while you type (Enter keeps it)</source>
        <translation>Il est masqué pendant la saisie (Enter le garde)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep this token (Enter)</source>
        <translation>Garder ce jeton (Enter)</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>L’oublier</translation>
    </message>
    <message>
        <source>Remove the token that is kept</source>
        <translation>Supprimer le jeton gardé</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Fermer cette fenêtre (Esc)</translation>
    </message>
    <message>
        <source>Waiting for the keyring …</source>
        <translation>Attente du trousseau …</translation>
    </message>
    <message>
        <source>Forgetting it …</source>
        <translation>Oubli en cours …</translation>
    </message>
    <message>
        <source>Some models are only given to people who have accepted their terms. With a token of your Hugging Face account, Counterpoint can search and download as you. Everything else works without one.</source>
        <translation>Certains modèles ne sont donnés qu’aux personnes qui ont accepté leurs conditions. Avec un jeton de votre compte Hugging Face, Counterpoint peut chercher et télécharger en votre nom. Tout le reste fonctionne sans jeton.</translation>
    </message>
    <message>
        <source>Make one on huggingface.co under Settings, Access Tokens. Reading is all that it must allow.</source>
        <translation>Créez-en un sur huggingface.co, sous Settings, Access Tokens. Il suffit qu’il permette la lecture.</translation>
    </message>
    <message>
        <source>There is one, in the system’s keyring.</source>
        <translation>Il y en a un, dans le trousseau du système.</translation>
    </message>
    <message>
        <source>There is one, until the program ends.</source>
        <translation>Il y en a un, jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>There is one, given by the variable HF_TOKEN.</source>
        <translation>Il y en a un, donné par la variable HF_TOKEN.</translation>
    </message>
    <message>
        <source>Looking for it …</source>
        <translation>Recherche du jeton …</translation>
    </message>
    <message>
        <source>There is none. Most models need none.</source>
        <translation>Il n’y en a pas. La plupart des modèles n’en demandent pas.</translation>
    </message>
    <message>
        <source>As long as HF_TOKEN is set, it goes before one in the keyring. Take it out of the environment first.</source>
        <translation>Tant que HF_TOKEN est définie, elle passe avant le jeton du trousseau. Retirez-la d’abord de l’environnement.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used, so a token is kept only until the program ends.</source>
        <translation>Cet ordinateur n’a pas de trousseau utilisable&#x202f;; un jeton n’est donc gardé que jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>The keyring did not take it, so it is kept only until the program ends.</source>
        <translation>Le trousseau ne l’a pas accepté&#x202f;; il n’est donc gardé que jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>It is kept in the system’s keyring, never in a file, and it is not shown again.</source>
        <translation>Il est gardé dans le trousseau du système, jamais dans un fichier, et n’est plus affiché.</translation>
    </message>
    <message>
        <source>It plays on side {sides} now. Choose another model there first.</source>
        <translation>Il est utilisé côté {sides}. Choisissez-y d’abord un autre modèle.</translation>
    </message>
    <message>
        <source>Ollama keeps it in a store in which models share files. Delete it there: ollama rm {name}</source>
        <translation>Ollama le garde dans un dépôt où les modèles partagent des fichiers. Supprimez-le là&#xa0;: ollama rm {name}</translation>
    </message>
    <message>
        <source>It is in the cache of the Hugging Face programs, which share its files. Delete it there: hf cache rm</source>
        <translation>Il est dans le cache des programmes Hugging Face, qui partagent ses fichiers. Supprimez-le là&#xa0;: hf cache rm</translation>
    </message>
    <message>
        <source>{place} keeps a list of its files. Delete it in {place}, so that nothing there points to a lost file.</source>
        <translation>{place} tient une liste de ses fichiers. Supprimez-le dans {place}, pour que rien n’y pointe vers un fichier perdu.</translation>
    </message>
    <message>
        <source>{name} could not be moved to the trash.</source>
        <translation>{name} n’a pas pu être mis à la corbeille.</translation>
    </message>
    <message>
        <source>The disk that it is on may have no trash, or it is not yours to delete. Show its folder and delete it there.</source>
        <translation>Son disque n’a peut-être pas de corbeille, ou vous n’avez pas le droit de le supprimer. Ouvrez son dossier et supprimez-le là.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>un à la fois</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lent</translation>
    </message>
    <message>
        <source>won&apos;t fit</source>
        <translation>trop grand</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modèle de base</translation>
    </message>
    <message>
        <source>Chat model</source>
        <translation>Modèle de chat</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>{size} free memory</source>
        <translation>{size} de mémoire libre</translation>
    </message>
    <message>
        <source>{size} free disk</source>
        <translation>{size} de disque libre</translation>
    </message>
    <message>
        <source>Hub · {owner}</source>
        <translation>Hub · {owner}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <comment>where a file is</comment>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Hub cache · {owner}</source>
        <translation>Cache du Hub · {owner}</translation>
    </message>
    <message>
        <source>Hub cache</source>
        <translation>Cache du Hub</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>Dans {folder}</translation>
    </message>
    <message>
        <source>Added folder</source>
        <translation>Dossier ajouté</translation>
    </message>
    <message>
        <source>Looking in {where} …</source>
        <translation>Recherche dans {where} …</translation>
    </message>
    <message>
        <source>Looking in {where}: {count} found …</source>
        <translation>Recherche dans {where}&#xa0;: {count} trouvés …</translation>
    </message>
    <message>
        <source>Reading what they are: {done} of {found} …</source>
        <translation>Lecture de leur nature&#xa0;: {done} sur {found} …</translation>
    </message>
    <message>
        <source>Reading {name} once, so that it is known again …</source>
        <translation>Lecture unique de {name}, pour le reconnaître …</translation>
    </message>
    <message>
        <source>Reading {name} once, so that it is known again: {percent} % …</source>
        <translation>Lecture unique de {name}, pour le reconnaître&#xa0;: {percent}&#xa0;% …</translation>
    </message>
    <message>
        <source>{n} model</source>
        <translation>{n} modèle</translation>
    </message>
    <message>
        <source>{n} models</source>
        <translation>{n} modèles</translation>
    </message>
    <message>
        <source>{shown} of {n} model</source>
        <translation>{shown} sur {n} modèle</translation>
    </message>
    <message>
        <source>{shown} of {n} models</source>
        <translation>{shown} sur {n} modèles</translation>
    </message>
    <message>
        <source>A lesson is still being answered.</source>
        <translation>Une leçon attend encore ses réponses.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it on the Lessons page, and ask again.</source>
        <translation>Attendez, ou arrêtez-la sur la page Leçons, puis redemandez.</translation>
    </message>
    <message>
        <source>The compare page is still answering.</source>
        <translation>La page Comparer répond encore.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it, and run this again.</source>
        <translation>Attendez, ou arrêtez-la, puis relancez ceci.</translation>
    </message>
    <message>
        <source>Or stop the run on the Suites page: it can go on later where it was.</source>
        <translation>Ou arrêtez le passage sur la page Séries&#xa0;: il pourra reprendre plus tard là où il en était.</translation>
    </message>
    <message>
        <source>Waits while Compare answers.</source>
        <translation>En attente&#xa0;: Comparer répond.</translation>
    </message>
    <message>
        <source>Waits while a lesson answers.</source>
        <translation>En attente&#xa0;: une leçon répond.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>{page} ({key})</source>
        <translation>{page} ({key})</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>of a suite</comment>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Recordings (*{suffix});;All files (*)</source>
        <translation>Enregistrements (*{suffix});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>Opening the recording …</source>
        <translation>Ouverture de l’enregistrement …</translation>
    </message>
    <message>
        <source>Save as a recording</source>
        <translation>Enregistrer la séance</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Saving the recording …</source>
        <translation>Enregistrement en cours …</translation>
    </message>
    <message>
        <source>A recording is being saved or opened already.</source>
        <translation>Un enregistrement est déjà en cours d’ouverture ou de sauvegarde.</translation>
    </message>
    <message>
        <source>Wait until that is done.</source>
        <translation>Attendez qu’il soit terminé.</translation>
    </message>
    <message>
        <source>The history can&apos;t be opened, so there are no recordings either.</source>
        <translation>L’historique ne peut pas être ouvert, donc les enregistrements non plus.</translation>
    </message>
    <message>
        <source>{n} pair of answers</source>
        <translation>{n} paire de réponses</translation>
    </message>
    <message>
        <source>{n} pairs of answers</source>
        <translation>{n} paires de réponses</translation>
    </message>
    <message>
        <source>Saved as {name}: {pairs}, {votes}.</source>
        <translation>Enregistré sous {name}&#xa0;: {pairs}, {votes}.</translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation>Enregistrer …</translation>
    </message>
    <message>
        <source>Save a picture of “{title}” as PNG or SVG</source>
        <translation>Enregistrer une image de «&#xa0;{title}&#xa0;» en PNG ou SVG</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>Show “{title}” as a table</source>
        <translation>Afficher «&#xa0;{title}&#xa0;» en tableau</translation>
    </message>
    <message>
        <source>Examples of “{name}”</source>
        <translation>Exemples de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Press for two examples.</source>
        <translation>Cliquez pour voir deux exemples.</translation>
    </message>
    <message>
        <source>Looking at the answers …</source>
        <translation>Examen des réponses …</translation>
    </message>
    <message>
        <source>Stopped. Press F5 to go on.</source>
        <translation>Arrêté. Appuyez sur F5 pour continuer.</translation>
    </message>
    <message>
        <source>Something is being exported or imported already.</source>
        <translation>Un export ou un import est déjà en cours.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it first.</source>
        <translation>Attendez la fin, ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation>Arrêté. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>{done} of {total} comparisons</source>
        <translation>{done} comparaisons sur {total}</translation>
    </message>
    <message>
        <source>Import votes</source>
        <translation>Importer des votes</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Vérification du fichier</translation>
    </message>
    <message>
        <source>Taking it in</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>{doing}: {far}</source>
        <translation>{doing}&#xa0;: {far}</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>How it was before is kept in {file}</source>
        <translation>L’état précédent est conservé dans {file}</translation>
    </message>
    <message>
        <source>Everything, for another computer (JSONL) …</source>
        <translation>Tout, pour un autre ordinateur (JSONL) …</translation>
    </message>
    <message>
        <source>Comparisons, answers, votes and notes; “Import votes” takes them in</source>
        <translation>Comparaisons, réponses, votes et notes&#x202f;; «&#xa0;Importer des votes&#xa0;» les reprend</translation>
    </message>
    <message>
        <source>Comparisons and votes</source>
        <translation>Comparaisons et votes</translation>
    </message>
    <message>
        <source>Votes, for a spreadsheet (CSV) …</source>
        <translation>Votes, pour un tableur (CSV) …</translation>
    </message>
    <message>
        <source>A row for each vote</source>
        <translation>Une ligne par vote</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Comparisons, for a spreadsheet (CSV) …</source>
        <translation>Comparaisons, pour un tableur (CSV) …</translation>
    </message>
    <message>
        <source>A row for each comparison, with both answers</source>
        <translation>Une ligne par comparaison, avec les deux réponses</translation>
    </message>
    <message>
        <source>Preference pairs, for training with TRL</source>
        <translation>Paires de préférences, pour entraîner avec TRL</translation>
    </message>
    <message>
        <source>Prompts with the answer that was preferred and the one that was not, as DPOTrainer reads them</source>
        <translation>Les prompts avec la réponse préférée et l’autre, comme DPOTrainer les lit</translation>
    </message>
    <message>
        <source>Preference pairs</source>
        <translation>Paires de préférences</translation>
    </message>
    <message>
        <source>Battles, as LMArena publishes them (JSON) …</source>
        <translation>Duels, comme LMArena les publie (JSON) …</translation>
    </message>
    <message>
        <source>For the notebooks that rate LMArena&apos;s models</source>
        <translation>Pour les notebooks qui évaluent les modèles de LMArena</translation>
    </message>
    <message>
        <source>Battles</source>
        <comment>an export</comment>
        <translation>Duels</translation>
    </message>
    <message>
        <source>Report, as text (Markdown) …</source>
        <translation>Rapport, en texte (Markdown) …</translation>
    </message>
    <message>
        <source>These results in words and tables</source>
        <translation>Ces résultats en mots et en tableaux</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Report, for a browser (HTML) …</source>
        <translation>Rapport, pour un navigateur (HTML) …</translation>
    </message>
    <message>
        <source>These results with their plots, in one file that can be sent on</source>
        <translation>Ces résultats avec leurs graphiques, en un fichier facile à envoyer</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Votes for one of the two …</source>
        <translation>Les votes pour l’une des deux …</translation>
    </message>
    <message>
        <source>Also ties, one pair each way …</source>
        <translation>Aussi les égalités, une paire par sens …</translation>
    </message>
    <message>
        <source>Also “both bad”, one pair each way …</source>
        <translation>Aussi «&#xa0;toutes deux mauvaises&#xa0;», une paire par sens …</translation>
    </message>
    <message>
        <source>Also ties and “both bad” …</source>
        <translation>Aussi les égalités et «&#xa0;toutes deux mauvaises&#xa0;» …</translation>
    </message>
    <message>
        <source>Comparisons and votes (*.jsonl);;All files (*)</source>
        <translation>Comparaisons et votes (*.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>blind votes</source>
        <translation>les votes à l’aveugle</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>les votes</translation>
    </message>
    <message>
        <source>All votes</source>
        <translation>Tous les votes</translation>
    </message>
    <message>
        <source>{votes} of yours</source>
        <translation>{votes} à vous</translation>
    </message>
    <message>
        <source>{votes} of {rater}</source>
        <translation>{votes} de {rater}</translation>
    </message>
    <message>
        <source>{votes} from sessions with the tag “{tag}”</source>
        <translation>{votes} des sessions avec l’étiquette «&#xa0;{tag}&#xa0;»</translation>
    </message>
    <message>
        <source>Only {votes}</source>
        <translation>Uniquement {votes}</translation>
    </message>
    <message>
        <source>A report on {n} comparison was written to {name}.</source>
        <translation>Un rapport sur {n} comparaison est écrit dans {name}.</translation>
    </message>
    <message>
        <source>A report on {n} comparisons was written to {name}.</source>
        <translation>Un rapport sur {n} comparaisons est écrit dans {name}.</translation>
    </message>
    <message>
        <source>{n} comparison was written to {name}.</source>
        <translation>{n} comparaison est écrite dans {name}.</translation>
    </message>
    <message>
        <source>{n} comparisons were written to {name}.</source>
        <translation>{n} comparaisons sont écrites dans {name}.</translation>
    </message>
    <message>
        <source>{n} vote was written to {name}.</source>
        <translation>{n} vote est écrit dans {name}.</translation>
    </message>
    <message>
        <source>{n} votes were written to {name}.</source>
        <translation>{n} votes sont écrits dans {name}.</translation>
    </message>
    <message>
        <source>{n} pair was written to {name}.</source>
        <translation>{n} paire est écrite dans {name}.</translation>
    </message>
    <message>
        <source>{n} pairs were written to {name}.</source>
        <translation>{n} paires sont écrites dans {name}.</translation>
    </message>
    <message>
        <source>{n} battle was written to {name}.</source>
        <translation>{n} duel est écrit dans {name}.</translation>
    </message>
    <message>
        <source>{n} battles were written to {name}.</source>
        <translation>{n} duels sont écrits dans {name}.</translation>
    </message>
    <message>
        <source>Nothing can be taken out, because nothing is kept in a file.</source>
        <translation>Rien ne peut être exporté, car rien n’est conservé dans un fichier.</translation>
    </message>
    <message>
        <source>Nothing can be taken in, because nothing can be kept.</source>
        <translation>Rien ne peut être importé, car rien ne peut être conservé.</translation>
    </message>
    <message>
        <source>There is nothing of that kind, so no file was written.</source>
        <translation>Il n’y a rien de ce genre, aucun fichier n’a donc été écrit.</translation>
    </message>
    <message>
        <source>Show other votes, or vote first.</source>
        <translation>Affichez d’autres votes, ou votez d’abord.</translation>
    </message>
    <message>
        <source>Take these votes out, for another computer, a spreadsheet or training (Ctrl+S)</source>
        <translation>Exporter ces votes, pour un autre ordinateur, un tableur ou l’entraînement (Ctrl+S)</translation>
    </message>
    <message>
        <source>An export would tell who is who; it waits like the results</source>
        <translation>Un export dirait qui est qui&#x202f;; il attend comme les résultats</translation>
    </message>
    <message>
        <source>Blind only</source>
        <translation>À l’aveugle</translation>
    </message>
    <message>
        <source>Which votes</source>
        <translation>Quels votes</translation>
    </message>
    <message>
        <source>Count every vote</source>
        <translation>Compter tous les votes</translation>
    </message>
    <message>
        <source>Count only votes that were cast without knowing who is who</source>
        <translation>Ne compter que les votes donnés sans savoir qui est qui</translation>
    </message>
    <message>
        <source>Whose votes</source>
        <translation>Votes de qui</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>From which sessions</source>
        <translation>De quelles sessions</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Toute session</translation>
    </message>
    <message>
        <source>Voted on what</source>
        <translation>Ce qui est noté</translation>
    </message>
    <message>
        <source>Whole answers</source>
        <translation>En entier</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Par modèle</translation>
    </message>
    <message>
        <source>Take all framings, system prompts and settings of a model for one contestant</source>
        <translation>Prendre tous les cadrages, prompts système et réglages d’un modèle pour un seul participant</translation>
    </message>
    <message>
        <source>Import votes …</source>
        <translation>Importer des votes …</translation>
    </message>
    <message>
        <source>Take in what another computer exported (Ctrl+O)</source>
        <translation>Importer ce qu’un autre ordinateur a exporté (Ctrl+O)</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Exporter ▾</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>The chance of the row to beat the column, as their Bradley-Terry ratings have it, with its 95 % interval; a tie counts half.</source>
        <translation>La chance que la ligne batte la colonne, d’après leurs cotes de Bradley-Terry, avec son intervalle à 95&#xa0;%&#x202f;; une égalité compte pour moitié.</translation>
    </message>
    <message>
        <source>Chances to win</source>
        <translation>Chances de gagner</translation>
    </message>
    <message>
        <source>Chance to beat</source>
        <translation>Chance de battre</translation>
    </message>
    <message>
        <source>{n} more contestant has no room here.</source>
        <translation>{n} autre participant n’a pas de place ici.</translation>
    </message>
    <message>
        <source>{n} more contestants have no room here.</source>
        <translation>{n} autres participants n’ont pas de place ici.</translation>
    </message>
    <message>
        <source>Whose votes does {file} bring?</source>
        <translation>De qui sont les votes de {file}&#x202f;?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Autre personne</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Qui c’est</translation>
    </message>
    <message>
        <source>Their votes are kept apart from yours</source>
        <translation>Ses votes restent séparés des vôtres</translation>
    </message>
    <message>
        <source>You voted on that computer too</source>
        <translation>Vous avez aussi voté sur cet ordinateur</translation>
    </message>
    <message>
        <source>What to call them</source>
        <translation>Quel nom lui donner</translation>
    </message>
    <message>
        <source>What they are called here</source>
        <translation>Son nom ici</translation>
    </message>
    <message>
        <source>Their name; without one they are {name}</source>
        <translation>Son nom&#x202f;; sans nom, ce sera {name}</translation>
    </message>
    <message>
        <source>Keep them apart</source>
        <translation>Les séparer</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>La même personne</translation>
    </message>
    <message>
        <source>Same names</source>
        <translation>Noms identiques</translation>
    </message>
    <message>
        <source>Whoever comes with the file gets a number: Ada (2)</source>
        <translation>Qui arrive avec le fichier reçoit un numéro&#xa0;: Ada (2)</translation>
    </message>
    <message>
        <source>Whoever has the same name is the same person</source>
        <translation>Qui porte le même nom est la même personne</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Take it in (Enter)</source>
        <translation>L’importer (Enter)</translation>
    </message>
    <message>
        <source>Take nothing in (Esc)</source>
        <translation>Ne rien importer (Esc)</translation>
    </message>
    <message>
        <source>On the other computer somebody voted who is “You” there. Who is it?</source>
        <translation>Sur l’autre ordinateur, quelqu’un a voté qui y est «&#xa0;Vous&#xa0;». Qui est-ce&#x202f;?</translation>
    </message>
    <message>
        <source>{names} and {n} more are known here already. Are these the same people?</source>
        <translation>{names} et {n} autres sont déjà connus ici. Sont-ce les mêmes personnes&#x202f;?</translation>
    </message>
    <message>
        <source>{names} is known here already. Are these the same people?</source>
        <translation>{names} est déjà un nom connu ici. Est-ce la même personne&#x202f;?</translation>
    </message>
    <message>
        <source>{names} are known here already. Are these the same people?</source>
        <translation>{names} sont déjà connus ici. Sont-ce les mêmes personnes&#x202f;?</translation>
    </message>
    <message>
        <source>Results wait until the blind session is over.</source>
        <translation>Les résultats attendent la fin de la session à l’aveugle.</translation>
    </message>
    <message>
        <source>They would tell who is who. Each vote is kept as you cast it; end the session, and all are counted.</source>
        <translation>Ils diraient qui est qui. Chaque vote est conservé tel quel&#x202f;; terminez la session, et tous seront comptés.</translation>
    </message>
    <message>
        <source>Results wait for the reveal.</source>
        <translation>Les résultats attendent le dévoilement.</translation>
    </message>
    <message>
        <source>They would tell who is who in the blind comparison that is open. Vote and reveal it, or begin another conversation; then all is counted.</source>
        <translation>Ils diraient qui est qui dans la comparaison à l’aveugle en cours. Votez et dévoilez-la, ou commencez une autre conversation&#x202f;; alors tout sera compté.</translation>
    </message>
    <message>
        <source>Work it out no further</source>
        <translation>Arrêter le calcul</translation>
    </message>
    <message>
        <source>Stop the export or import</source>
        <translation>Arrêter l’export ou l’import</translation>
    </message>
    <message>
        <source>Style held equal</source>
        <translation>À style égal</translation>
    </message>
    <message>
        <source>Reading the votes …</source>
        <translation>Lecture des votes …</translation>
    </message>
    <message>
        <source>Work it out again (F5)</source>
        <translation>Recalculer (F5)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Work it out (F5)</source>
        <translation>Calculer (F5)</translation>
    </message>
    <message>
        <source>Go to the Compare page (Ctrl+1)</source>
        <translation>Aller à la page Comparer (Ctrl+1)</translation>
    </message>
    <message>
        <source>Ask two models something on the Compare page and say which answer is better, or import votes from another computer.</source>
        <translation>Demandez quelque chose à deux modèles sur la page Comparer et dites quelle réponse est meilleure, ou importez les votes d’un autre ordinateur.</translation>
    </message>
    <message>
        <source>Blind votes are those cast before the names were shown.</source>
        <translation>Les votes à l’aveugle sont ceux donnés avant l’affichage des noms.</translation>
    </message>
    <message>
        <source>Show all votes</source>
        <translation>Afficher tous les votes</translation>
    </message>
    <message>
        <source>Filter by nothing</source>
        <translation>Enlever tous les filtres</translation>
    </message>
    <message>
        <source>First contestant</source>
        <translation>Premier participant</translation>
    </message>
    <message>
        <source>Second contestant</source>
        <translation>Second participant</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>à côté de</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Prompt: {prompt}</source>
        <translation>Prompt&#xa0;: {prompt}</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>Image PNG (*.png);;Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Enregistrer une image</translation>
    </message>
    <message>
        <source>{path} could not be written.</source>
        <translation>{path} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Choisissez un autre dossier, ou libérez de la place sur le disque.</translation>
    </message>
    <message>
        <source>None of these answers is measured yet.</source>
        <translation>Aucune de ces réponses n’est encore mesurée.</translation>
    </message>
    <message>
        <source>average over all answers in the history, with 95 % intervals</source>
        <translation>moyenne de toutes les réponses, intervalles à 95&#xa0;%</translation>
    </message>
    <message>
        <source>{name}: no answer can be measured so.</source>
        <translation>{name}&#xa0;: aucune réponse ne se mesure ainsi.</translation>
    </message>
    <message>
        <source>{name}: {value}; on average {mean}.</source>
        <translation>{name}&#xa0;: {value}&#x202f;; en moyenne {mean}.</translation>
    </message>
    <message>
        <source>There are no votes to look at.</source>
        <translation>Il n’y a pas de votes à examiner.</translation>
    </message>
    <message>
        <source>how often the answer with more of it was picked, {n} vote</source>
        <translation>choix de celle qui en a le plus, {n} vote</translation>
    </message>
    <message>
        <source>how often the answer with more of it was picked, {n} votes</source>
        <translation>choix de celle qui en a le plus, {n} votes</translation>
    </message>
    <message>
        <source>The answers are still to be measured.</source>
        <translation>Les réponses restent à mesurer.</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>sans intervalle</translation>
    </message>
    <message>
        <source>Elo ratings</source>
        <translation>Cotes Elo</translation>
    </message>
    <message>
        <source>Elo: everyone begins with 1000, and one vote after the other moves both by up to 32 points. So the latest votes weigh most, and no interval says how sure a rating is.</source>
        <translation>Elo&#xa0;: chacun commence à 1000, et chaque vote déplace les deux de 32 points au plus. Les derniers votes pèsent donc le plus, et aucun intervalle ne dit si une cote est sûre.</translation>
    </message>
    <message>
        <source>Bradley-Terry: 1000 is an average contestant of these votes; 400 points more win ten times as often. The intervals come from {samples} random samples of these votes.</source>
        <translation>Bradley-Terry&#xa0;: 1000 est un participant moyen de ces votes&#x202f;; 400 points de plus gagnent dix fois plus souvent. Les intervalles viennent de {samples} tirages au hasard de ces votes.</translation>
    </message>
    <message>
        <source>Bradley-Terry: 1000 is an average contestant of these votes; 400 points more win ten times as often. The intervals are worked out from the fit.</source>
        <translation>Bradley-Terry&#xa0;: 1000 est un participant moyen de ces votes&#x202f;; 400 points de plus gagnent dix fois plus souvent. Les intervalles sont calculés à partir de l’ajustement.</translation>
    </message>
    <message>
        <source>{share}  ({low} to {high})</source>
        <translation>{share}  ({low} à {high})</translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <translation>&lt; 1&#xa0;%</translation>
    </message>
    <message>
        <source>&gt;99%</source>
        <translation>&gt; 99&#xa0;%</translation>
    </message>
    <message>
        <source>Rating: Bradley-Terry</source>
        <translation>Cote&#xa0;: Bradley-Terry</translation>
    </message>
    <message>
        <source>Ratings that don&apos;t depend on the order of the votes</source>
        <translation>Cotes qui ne dépendent pas de l’ordre des votes</translation>
    </message>
    <message>
        <source>Rating: bootstrap</source>
        <translation>Cote&#xa0;: bootstrap</translation>
    </message>
    <message>
        <source>The same ratings, with intervals from random samples of the votes</source>
        <translation>Les mêmes cotes, avec des intervalles issus de tirages au hasard des votes</translation>
    </message>
    <message>
        <source>Rating: Elo</source>
        <translation>Cote&#xa0;: Elo</translation>
    </message>
    <message>
        <source>Ratings that each vote moves a little, as in chess; without intervals</source>
        <translation>Cotes que chaque vote déplace un peu, comme aux échecs&#x202f;; sans intervalles</translation>
    </message>
    <message>
        <source>How the ratings are made</source>
        <translation>Comment les cotes sont calculées</translation>
    </message>
    <message>
        <source>95 % interval, {low} to {high}</source>
        <translation>Intervalle 95&#xa0;%, {low}–{high}</translation>
    </message>
    <message>
        <source>On a line, {low} to {high}</source>
        <translation>Sur une ligne, {low}–{high}</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>Ouvrir le dossier qui contient le fichier</translation>
    </message>
    <message>
        <source>Take this message away</source>
        <translation>Enlever ce message</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Models run here, and prompts, answers, votes and notes stay in the folder above. There is no account, and nobody counts what you do. The program goes online only when you search for a model or fetch one, and, as long as there is none, to ask where the starter models can be had. An answer can&apos;t load pictures or open links by itself.</source>
        <translation>Rien ne quitte cet ordinateur. Les modèles tournent ici, et les prompts, réponses, votes et notes restent dans le dossier ci-dessus. Il n’y a pas de compte, et personne ne compte ce que vous faites. Le programme ne va en ligne que si vous cherchez ou téléchargez un modèle et, tant qu’il n’y en a aucun, pour demander où trouver les modèles de départ. Une réponse ne peut ni charger d’images ni ouvrir de liens d’elle-même.</translation>
    </message>
    <message>
        <source>For a bug report: versions and what this computer has. No prompts, answers, votes, names or folders.</source>
        <translation>Pour signaler un défaut&#xa0;: les versions et les caractéristiques de cet ordinateur. Ni prompts, ni réponses, ni votes, ni noms, ni dossiers.</translation>
    </message>
    <message>
        <source>No model has been loaded yet.</source>
        <translation>Aucun modèle n’a encore été chargé.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Vie privée</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Models run by</source>
        <translation>Moteur des modèles</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>MIT. You may use, change and share it, also in class and at work.</source>
        <translation>MIT. Vous pouvez l’utiliser, la modifier et la partager, en classe comme au travail.</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>Licences …</translation>
    </message>
    <message>
        <source>The libraries that are in the program, and their licences</source>
        <translation>Les bibliothèques que contient le programme, et leurs licences</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fait avec</translation>
    </message>
    <message>
        <source>Qt, llama.cpp, Python and other free software.</source>
        <translation>Qt, llama.cpp, Python et d’autres logiciels libres.</translation>
    </message>
    <message>
        <source>Put versions and what this computer has on the clipboard</source>
        <translation>Copier les versions et les caractéristiques de cet ordinateur</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Looking at what there is …</source>
        <translation>Examen en cours …</translation>
    </message>
    <message>
        <source>It is on the clipboard: versions and this computer&apos;s parts, and nothing that you wrote.</source>
        <translation>C’est dans le presse-papiers&#xa0;: les versions et les caractéristiques de l’ordinateur, et rien de ce que vous avez écrit.</translation>
    </message>
    <message>
        <source>The history is not open yet.</source>
        <translation>L’historique n’est pas encore ouvert.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>made by you</source>
        <translation>faite par vous</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est conservé</translation>
    </message>
    <message>
        <source>Open the folder in the system&apos;s file manager</source>
        <translation>Ouvrir le dossier dans le gestionnaire de fichiers du système</translation>
    </message>
    <message>
        <source>Every prompt, answer and vote, in a database on this computer.</source>
        <translation>Chaque prompt, réponse et vote, dans une base de données sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Folder of the history</source>
        <translation>Dossier de l’historique</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder</translation>
    </message>
    <message>
        <source>Copy the whole history, beside it</source>
        <translation>Copier tout l’historique, à côté de lui</translation>
    </message>
    <message>
        <source>One is made by itself each day that you use the program; old ones make room.</source>
        <translation>Il s’en fait une chaque jour où vous utilisez le programme&#x202f;; les anciennes cèdent la place.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Looking for backups …</source>
        <translation>Recherche des sauvegardes …</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Il n’y a pas encore de sauvegarde.</translation>
    </message>
    <message>
        <source>The folder is not there yet: nothing has been kept so far.</source>
        <translation>Le dossier n’existe pas encore&#xa0;: rien n’a été conservé jusqu’ici.</translation>
    </message>
    <message>
        <source>The file manager did not open. You can copy the path and open it yourself.</source>
        <translation>Le gestionnaire de fichiers ne s’est pas ouvert. Vous pouvez copier le chemin et l’ouvrir vous-même.</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Sauvegarde …</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Restaurer …</translation>
    </message>
    <message>
        <source>Go back to this backup; you are asked first</source>
        <translation>Revenir à cette sauvegarde&#x202f;; une confirmation vous sera demandée</translation>
    </message>
    <message>
        <source>Restore the backup of {date}</source>
        <translation>Restaurer la sauvegarde du {date}</translation>
    </message>
    <message>
        <source>The history will be as it was on {date}. What is in it now is not thrown away: it stays beside it as a file. Running answers are stopped.</source>
        <translation>L’historique redeviendra ce qu’il était le {date}. Ce qu’il contient maintenant n’est pas perdu&#xa0;: cela reste à côté, dans un fichier. Les réponses en cours sont arrêtées.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Restaurer cette sauvegarde</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>Tout laisser comme c’est</translation>
    </message>
    <message>
        <source>Put this backup in the history&apos;s place</source>
        <translation>Mettre cette sauvegarde à la place de l’historique</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>Restauration …</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>avant une mise à jour</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Choose one to read its licence (↑ ↓)</source>
        <translation>Choisissez-en une pour lire sa licence (↑ ↓)</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Counterpoint is made with the work of many others. These libraries are in it, with their licences.</source>
        <translation>Counterpoint doit beaucoup au travail des autres. Voici les bibliothèques qu’il contient, avec leurs licences.</translation>
    </message>
    <message>
        <source>Its text is not here; read it at the address above.</source>
        <translation>Son texte n’est pas ici&#x202f;; vous pouvez le lire à l’adresse ci-dessus.</translation>
    </message>
    <message>
        <source>Light or dark as your computer is set, also when that changes.</source>
        <translation>Clair ou sombre selon le réglage de votre ordinateur, même quand il change.</translation>
    </message>
    <message>
        <source>Always light, whatever your computer is set to.</source>
        <translation>Toujours clair, quel que soit le réglage de votre ordinateur.</translation>
    </message>
    <message>
        <source>Always dark, whatever your computer is set to.</source>
        <translation>Toujours sombre, quel que soit le réglage de votre ordinateur.</translation>
    </message>
    <message>
        <source>Enter sends the prompt, Shift+Enter begins a new line.</source>
        <translation>Enter envoie le prompt, Shift+Enter commence une nouvelle ligne.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends the prompt, Enter begins a new line.</source>
        <translation>Ctrl+Enter envoie le prompt, Enter commence une nouvelle ligne.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Takes effect when Counterpoint is opened again.</source>
        <translation>Prend effet à la prochaine ouverture de Counterpoint.</translation>
    </message>
    <message>
        <source>Open again now</source>
        <translation>Rouvrir maintenant</translation>
    </message>
    <message>
        <source>Close the window and open it again; answers that are being written stop</source>
        <translation>Fermer la fenêtre et la rouvrir&#x202f;; les réponses en cours s’arrêtent</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Envoyer avec</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: searches and downloads are refused, and one that runs stops and keeps what came. Models that are here run as always.</source>
        <translation>Rien ne quitte cet ordinateur&#xa0;: recherches et téléchargements sont refusés, et celui qui est en cours s’arrête en gardant ce qui est arrivé. Les modèles présents tournent comme toujours.</translation>
    </message>
    <message>
        <source>The program goes online only when you search for a model or fetch one, and, as long as there is none, to ask where the starter models can be had. Turn this on to make even that impossible.</source>
        <translation>Le programme ne va en ligne que si vous cherchez ou téléchargez un modèle et, tant qu’il n’y en a aucun, pour demander où trouver les modèles de départ. Activez ceci pour rendre même cela impossible.</translation>
    </message>
    <message>
        <source>The variable COUNTERPOINT_OFFLINE is set, so nothing leaves this computer. To change that, start Counterpoint without it.</source>
        <translation>La variable COUNTERPOINT_OFFLINE est définie&#xa0;: rien ne quitte donc cet ordinateur. Pour changer cela, lancez Counterpoint sans elle.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Keep the program off the network (Space turns it)</source>
        <translation>Tenir le programme hors du réseau (Espace bascule)</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Modifier …</translation>
    </message>
    <message>
        <source>Change the Hugging Face token</source>
        <translation>Modifier le jeton Hugging Face</translation>
    </message>
    <message>
        <source>Give another token; the one that is kept is not shown</source>
        <translation>Donner un autre jeton&#x202f;; celui qui est conservé n’est pas affiché</translation>
    </message>
    <message>
        <source>Forget the Hugging Face token</source>
        <translation>Oublier le jeton Hugging Face</translation>
    </message>
    <message>
        <source>Remove the token from where it is kept</source>
        <translation>Retirer le jeton de là où il est conservé</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Ajouter …</translation>
    </message>
    <message>
        <source>Both at once if they fit into the free memory together, otherwise one after the other.</source>
        <translation>Les deux à la fois s’ils tiennent ensemble dans la mémoire libre, sinon l’un après l’autre.</translation>
    </message>
    <message>
        <source>Both at once, sharing the cores. If they don&apos;t fit into memory, you are told.</source>
        <translation>Les deux à la fois, en partageant les cœurs. S’ils ne tiennent pas en mémoire, on vous le dit.</translation>
    </message>
    <message>
        <source>One after the other, each with all cores. Needs the least memory.</source>
        <translation>L’un après l’autre, chacun avec tous les cœurs. Demande le moins de mémoire.</translation>
    </message>
    <message>
        <source>Running models</source>
        <translation>Exécution des modèles</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Tour à tour</translation>
    </message>
    <message>
        <source>The two models run</source>
        <translation>Les deux modèles tournent</translation>
    </message>
    <message>
        <source>Tokens of conversation that a model can keep in view. More takes more memory. Takes effect with the next model that loads.</source>
        <translation>Tokens de conversation qu’un modèle peut garder en vue. Davantage prend plus de mémoire. Prend effet au prochain chargement d’un modèle.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>For both models together. More than there are cores make it slower. Takes effect with the next prompt.</source>
        <translation>Pour les deux modèles ensemble. Plus que de cœurs, c’est plus lent. Prend effet au prochain prompt.</translation>
    </message>
    <message>
        <source>All ({cores})</source>
        <translation>Tous ({cores})</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Couches sur le GPU</translation>
    </message>
    <message>
        <source>How much of each model a graphics card takes over, if llama.cpp was built for one. Takes effect with the next model that loads.</source>
        <translation>Quelle part de chaque modèle une carte graphique prend en charge, si llama.cpp a été compilé pour cela. Prend effet au prochain chargement d’un modèle.</translation>
    </message>
    <message>
        <source>All</source>
        <comment>layers</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>None</source>
        <comment>layers</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>The arrow keys change it step by step.</source>
        <translation>Les flèches changent la valeur pas à pas.</translation>
    </message>
    <message>
        <source>{title} is in the trash.</source>
        <translation>{title} est dans la corbeille.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Pas enregistré</translation>
    </message>
    <message>
        <source>Save as a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (copie)</translation>
    </message>
    <message>
        <source>{path} can&apos;t be made: {why}.</source>
        <translation>{path} ne peut pas être créé&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>✓ Passes.</source>
        <translation>✓ Réussit.</translation>
    </message>
    <message>
        <source>✗ Fails.</source>
        <translation>✗ Échoue.</translation>
    </message>
    <message>
        <source>? Can&apos;t tell.</source>
        <translation>? Ne peut pas dire.</translation>
    </message>
    <message>
        <source>Kind of check {n}</source>
        <translation>Genre du contrôle {n}</translation>
    </message>
    <message>
        <source>Remove check {n}</source>
        <translation>Retirer le contrôle {n}</translation>
    </message>
    <message>
        <source>Take this check away</source>
        <translation>Enlever ce contrôle</translation>
    </message>
    <message>
        <source>An answer that passes</source>
        <translation>Une réponse qui réussit</translation>
    </message>
    <message>
        <source>Shows that the check does what you mean</source>
        <translation>Montre que le contrôle fait ce que vous voulez</translation>
    </message>
    <message>
        <source>An answer that fails</source>
        <translation>Une réponse qui échoue</translation>
    </message>
    <message>
        <source>Its name for learners</source>
        <translation>Son nom pour les élèves</translation>
    </message>
    <message>
        <source>In place of words of our own, e.g. “names the capital”</source>
        <translation>À la place de nos propres mots, p. ex. «&#xa0;nomme la capitale&#xa0;»</translation>
    </message>
    <message>
        <source>Words of our own</source>
        <translation>Nos propres mots</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>See what the check says of any answer</source>
        <translation>Voir ce que le contrôle dit de n’importe quelle réponse</translation>
    </message>
    <message>
        <source>Type an answer</source>
        <translation>Écrivez une réponse</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>A new prompt after this one</source>
        <translation>Un nouveau prompt après celui-ci</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>The same prompt once more</source>
        <translation>Le même prompt encore une fois</translation>
    </message>
    <message>
        <source>Take this prompt away</source>
        <translation>Enlever ce prompt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move this prompt up</source>
        <translation>Monter ce prompt</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move this prompt down</source>
        <translation>Descendre ce prompt</translation>
    </message>
    <message>
        <source>Take back what you did last</source>
        <translation>Défaire ce que vous venez de faire</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Do again what you took back</source>
        <translation>Refaire ce que vous avez défait</translation>
    </message>
    <message>
        <source>Leave the editor (Esc)</source>
        <translation>Quitter l’éditeur (Esc)</translation>
    </message>
    <message>
        <source>Save the suite</source>
        <translation>Enregistrer la série</translation>
    </message>
    <message>
        <source>Go to the first thing that is wrong</source>
        <translation>Aller à la première erreur</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>New suite</source>
        <translation>Nouvelle série</translation>
    </message>
    <message>
        <source>To save it, add a prompt.</source>
        <translation>Pour l’enregistrer, ajoutez un prompt.</translation>
    </message>
    <message>
        <source>To save it, give it a title.</source>
        <translation>Pour l’enregistrer, donnez-lui un titre.</translation>
    </message>
    <message>
        <source>{field}: {sentence}</source>
        <translation>{field}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>Prompt {n}, {field}: {sentence}</source>
        <translation>Prompt {n}, {field}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Vos changements ne sont pas enregistrés.</translation>
    </message>
    <message>
        <source>It can&apos;t be saved yet. {why}</source>
        <translation>Elle ne peut pas encore être enregistrée. {why}</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Each in its natural way</source>
        <translation>Chacun à sa manière</translation>
    </message>
    <message>
        <source>Answers to each prompt</source>
        <translation>Réponses par prompt</translation>
    </message>
    <message>
        <source>More than one shows how much a model&apos;s answers differ</source>
        <translation>Plusieurs réponses montrent à quel point elles varient</translation>
    </message>
    <message>
        <source>Tokens, at most</source>
        <translation>Tokens, au plus</translation>
    </message>
    <message>
        <source>Where answers are cut off</source>
        <translation>Où les réponses sont coupées</translation>
    </message>
    <message>
        <source>As you have set it</source>
        <translation>Selon vos réglages</translation>
    </message>
    <message>
        <source>How every model is given the prompts</source>
        <translation>Comment chaque modèle reçoit les prompts</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>Capitals of Europe</source>
        <translation>Capitales d’Europe</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Ce qu’elle montre</translation>
    </message>
    <message>
        <source>What can be seen with it</source>
        <translation>Ce qu’on peut y voir</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Who should take it</source>
        <translation>À qui elle s’adresse</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Séparées par des virgules</translation>
    </message>
    <message>
        <source>beginner, facts</source>
        <translation>débutants, faits</translation>
    </message>
    <message>
        <source>What both models are given</source>
        <translation>Ce que reçoivent les deux modèles</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Ce qu’il faut regarder</translation>
    </message>
    <message>
        <source>What a person should see in the answers</source>
        <translation>Ce qu’une personne devrait voir dans les réponses</translation>
    </message>
    <message>
        <source>What chat models are told before the conversation</source>
        <translation>Ce qui est dit aux modèles de chat avant la conversation</translation>
    </message>
    <message>
        <source>Name in results</source>
        <translation>Nom dans les résultats</translation>
    </message>
    <message>
        <source>Small letters, digits, hyphens and dots; another one in each prompt</source>
        <translation>Minuscules, chiffres, traits d’union et points&#x202f;; un autre pour chaque prompt</translation>
    </message>
    <message>
        <source>Add a further turn</source>
        <translation>Ajouter un tour</translation>
    </message>
    <message>
        <source>What the model is asked once it has answered</source>
        <translation>Ce qu’on demande au modèle une fois qu’il a répondu</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Ajouter un contrôle</translation>
    </message>
    <message>
        <source>A plain rule that looks at the last answer</source>
        <translation>Une règle simple qui regarde la dernière réponse</translation>
    </message>
    <message>
        <source>Checks of the last answer</source>
        <translation>Contrôles de la dernière réponse</translation>
    </message>
    <message>
        <source>Then ({n})</source>
        <translation>Puis ({n})</translation>
    </message>
    <message>
        <source>Check {n}</source>
        <translation>Contrôle {n}</translation>
    </message>
    <message>
        <source>Take this turn away</source>
        <translation>Enlever ce tour</translation>
    </message>
    <message>
        <source>Remove turn {n}</source>
        <translation>Retirer le tour {n}</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Importer des prompts</translation>
    </message>
    <message>
        <source>Choose another …</source>
        <translation>Autre fichier …</translation>
    </message>
    <message>
        <source>Take prompts out of another file</source>
        <translation>Prendre les prompts d’un autre fichier</translation>
    </message>
    <message>
        <source>By its ending</source>
        <translation>Selon l’extension</translation>
    </message>
    <message>
        <source>A line each</source>
        <translation>Un par ligne</translation>
    </message>
    <message>
        <source>In what form the prompts are</source>
        <translation>La forme des prompts</translation>
    </message>
    <message>
        <source>A table; its first line names the columns, one is prompt</source>
        <translation>Un tableau&#x202f;; sa première ligne nomme les colonnes, dont prompt</translation>
    </message>
    <message>
        <source>An object a line; also of MT-Bench and of AlpacaEval</source>
        <translation>Un objet par ligne&#x202f;; aussi ceux de MT-Bench et d’AlpacaEval</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Title of the suite</source>
        <translation>Titre de la série</translation>
    </message>
    <message>
        <source>Import and edit</source>
        <translation>Importer et modifier</translation>
    </message>
    <message>
        <source>Look through the prompts before they are saved</source>
        <translation>Revoir les prompts avant de les enregistrer</translation>
    </message>
    <message>
        <source>Save them as a suite of your own (Enter)</source>
        <translation>Les enregistrer comme votre propre série (Enter)</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} de plus</translation>
    </message>
    <message>
        <source>{n} prompt</source>
        <translation>{n} prompt</translation>
    </message>
    <message>
        <source>{n} prompts</source>
        <translation>{n} prompts</translation>
    </message>
    <message>
        <source>Left out, since a suite has no place for it: {names}.</source>
        <translation>Laissé de côté, car une série n’a pas de place pour cela&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>Un seul mot</translation>
    </message>
    <message>
        <source>A number in digits</source>
        <translation>Un nombre en chiffres</translation>
    </message>
    <message>
        <source>Yes or no, nothing else</source>
        <translation>Oui ou non, rien d’autre</translation>
    </message>
    <message>
        <source>Has a table</source>
        <translation>Contient un tableau</translation>
    </message>
    <message>
        <source>Has a block of code</source>
        <translation>Contient un bloc de code</translation>
    </message>
    <message>
        <source>Capital letters only</source>
        <translation>Majuscules seulement</translation>
    </message>
    <message>
        <source>Small letters only</source>
        <translation>Minuscules seulement</translation>
    </message>
    <message>
        <source>One a line. Capital or small letters make no difference.</source>
        <translation>Un par ligne. Majuscules et minuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Has words</source>
        <translation>Contient des mots</translation>
    </message>
    <message>
        <source>The answer has these as whole words.</source>
        <translation>La réponse contient ces mots entiers.</translation>
    </message>
    <message>
        <source>At least one of these</source>
        <translation>Au moins un de ceux-ci</translation>
    </message>
    <message>
        <source>Every one of these</source>
        <translation>Chacun de ceux-ci</translation>
    </message>
    <message>
        <source>Does not have words</source>
        <translation>Ne contient pas</translation>
    </message>
    <message>
        <source>The answer has none of these as whole words.</source>
        <translation>La réponse ne contient aucun de ces mots entiers.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucun de ceux-ci</translation>
    </message>
    <message>
        <source>Gives a known answer</source>
        <translation>Donne la bonne réponse</translation>
    </message>
    <message>
        <source>The answer is one of these, however it is dressed: “Paris”, “The capital is Paris.”</source>
        <translation>La réponse est l’une de celles-ci, quelle que soit sa forme&#xa0;: «&#xa0;Paris&#xa0;», «&#xa0;La capitale est Paris.&#xa0;»</translation>
    </message>
    <message>
        <source>All that are right</source>
        <translation>Toutes les bonnes réponses</translation>
    </message>
    <message>
        <source>Number of words</source>
        <translation>Nombre de mots</translation>
    </message>
    <message>
        <source>The answer has so many words.</source>
        <translation>La réponse a ce nombre de mots.</translation>
    </message>
    <message>
        <source>Number of sentences</source>
        <translation>Nombre de phrases</translation>
    </message>
    <message>
        <source>The answer has so many sentences or list items.</source>
        <translation>La réponse a ce nombre de phrases ou de points de liste.</translation>
    </message>
    <message>
        <source>A list of so many</source>
        <translation>Une liste de tant</translation>
    </message>
    <message>
        <source>The answer is a list: with marks, with numbers, or a plain line each.</source>
        <translation>La réponse est une liste&#xa0;: à puces, numérotée, ou une simple ligne par point.</translation>
    </message>
    <message>
        <source>Has a form</source>
        <translation>A une forme</translation>
    </message>
    <message>
        <source>The answer has the form that was asked for.</source>
        <translation>La réponse a la forme demandée.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Stops by itself</source>
        <translation>S’arrête seul</translation>
    </message>
    <message>
        <source>The model ended its answer before it was cut off.</source>
        <translation>Le modèle a terminé sa réponse avant d’être coupé.</translation>
    </message>
    <message>
        <source>Declines</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>The answer declines what was asked. Works in English only.</source>
        <translation>La réponse refuse ce qui est demandé. En anglais seulement.</translation>
    </message>
    <message>
        <source>Does not decline</source>
        <translation>Ne refuse pas</translation>
    </message>
    <message>
        <source>The answer does what was asked. Works in English only.</source>
        <translation>La réponse fait ce qui est demandé. En anglais seulement.</translation>
    </message>
    <message>
        <source>Matches a pattern</source>
        <translation>Correspond à un motif</translation>
    </message>
    <message>
        <source>A regular expression is found in the answer, in the syntax of RE2.</source>
        <translation>Une expression régulière se trouve dans la réponse, dans la syntaxe de RE2.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>For example (?i)yes|no</source>
        <translation>Par exemple (?i)oui|non</translation>
    </message>
    <message>
        <source>{words}; something is wrong in it</source>
        <translation>{words}&#x202f;; quelque chose n’y va pas</translation>
    </message>
    <message>
        <source>About the suite</source>
        <translation>À propos de la série</translation>
    </message>
    <message>
        <source>Empty prompt</source>
        <translation>Prompt vide</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nouveau passage</translation>
    </message>
    <message>
        <source>Both models answer every prompt of a suite</source>
        <translation>Les deux modèles répondent à chaque prompt d’une série</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Qui répond</translation>
    </message>
    <message>
        <source>System prompts, temperature and the rest are as on the compare page.</source>
        <translation>Les prompts système, la température et le reste sont ceux de la page Comparer.</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>How often each prompt is asked, with another seed each time</source>
        <translation>Combien de fois chaque prompt est posé, avec une autre graine à chaque fois</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>Tokens au plus</translation>
    </message>
    <message>
        <source>Answers are cut off after this many tokens</source>
        <translation>Les réponses sont coupées après ce nombre de tokens</translation>
    </message>
    <message>
        <source>The same seed gives the same answers again</source>
        <translation>La même graine redonne les mêmes réponses</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>Démarrer le passage</translation>
    </message>
    <message>
        <source>Ask both models all of it, in the background (Ctrl+Enter)</source>
        <translation>Poser tout cela aux deux modèles, en arrière-plan (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Back to the runs (Esc)</source>
        <translation>Revenir aux passages (Esc)</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Démarrage …</translation>
    </message>
    <message>
        <source>Measuring the answers …</source>
        <translation>Mesure des réponses …</translation>
    </message>
    <message>
        <source>Show anyway</source>
        <translation>Montrer quand même</translation>
    </message>
    <message>
        <source>Reading the answers …</source>
        <translation>Lecture des réponses …</translation>
    </message>
    <message>
        <source>No answers yet.
What comes of this run is shown here while it goes on.</source>
        <translation>Pas encore de réponses.
Les résultats de ce passage s’affichent ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>Vote first, then look</source>
        <translation>Votez d’abord, regardez ensuite</translation>
    </message>
    <message>
        <source>You vote on this run without knowing who is who. What came of it would give that away, so it is shown after the last vote.</source>
        <translation>Vous votez sur ce passage sans savoir qui est qui. Ses résultats le trahiraient&#xa0;: ils apparaissent donc après le dernier vote.</translation>
    </message>
    <message>
        <source>Show what came of the run now; votes after this are not blind</source>
        <translation>Montrer dès maintenant les résultats du passage&#x202f;; les votes suivants ne seront plus à l’aveugle</translation>
    </message>
    <message>
        <source>Show what came of the run now</source>
        <translation>Montrer dès maintenant les résultats du passage</translation>
    </message>
    <message>
        <source>Show {number} more prompt</source>
        <translation>Afficher {number} autre prompt</translation>
    </message>
    <message>
        <source>Show {number} more prompts</source>
        <translation>Afficher {number} autres prompts</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message>
        <source>Checks by prompt. Enter shows the answers.</source>
        <translation>Contrôles par prompt. Enter affiche les réponses.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Only differing</source>
        <translation>Différents</translation>
    </message>
    <message>
        <source>Which prompts</source>
        <translation>Quels prompts</translation>
    </message>
    <message>
        <source>All prompts that have checks</source>
        <translation>Tous les prompts qui ont des contrôles</translation>
    </message>
    <message>
        <source>Only prompts in which one side did better than the other</source>
        <translation>Seulement les prompts où un côté a fait mieux que l’autre</translation>
    </message>
    <message>
        <source>No prompt of this suite has a check. Read the answers, or vote on them.</source>
        <translation>Aucun prompt de cette série n’a de contrôle. Lisez les réponses, ou votez.</translation>
    </message>
    <message>
        <source>The sides differ in {differing} of {total} prompt. Press it to see its answers.</source>
        <translation>Les côtés diffèrent pour {differing} prompt sur {total}. Cliquez dessus pour voir ses réponses.</translation>
    </message>
    <message>
        <source>The sides differ in {differing} of {total} prompts. Press one to see its answers.</source>
        <translation>Les côtés diffèrent pour {differing} prompts sur {total}. Cliquez sur l’un d’eux pour voir ses réponses.</translation>
    </message>
    <message>
        <source>Both sides do equally well in every prompt.</source>
        <translation>Les deux côtés font aussi bien l’un que l’autre à chaque prompt.</translation>
    </message>
    <message>
        <source>Answers that failed</source>
        <translation>Réponses manquées</translation>
    </message>
    <message>
        <source>“{prompt}”, sample {n}</source>
        <translation>«&#xa0;{prompt}&#xa0;», essai {n}</translation>
    </message>
    <message>
        <source>{total} answer is missing. The run went on without it.</source>
        <translation>Il manque {total} réponse. Le passage a continué sans elle.</translation>
    </message>
    <message>
        <source>{total} answers are missing. The run went on without them.</source>
        <translation>Il manque {total} réponses. Le passage a continué sans elles.</translation>
    </message>
    <message>
        <source>{said} The first {n} are named here.</source>
        <translation>{said} Les {n} premières sont nommées ici.</translation>
    </message>
    <message>
        <source>They are measured when the run is over.</source>
        <translation>La mesure se fait quand le passage est terminé.</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Mesure …</translation>
    </message>
    <message>
        <source>What differs most</source>
        <translation>Ce qui diffère le plus</translation>
    </message>
    <message>
        <source>{name}, {side}: {value}</source>
        <translation>{name}, {side}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Lengths of repeated answers, a panel for each prompt. Enter shows the answers.</source>
        <translation>Longueurs des réponses répétées, un cadre par prompt. Enter affiche les réponses.</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>contrôles</translation>
    </message>
    <message>
        <source>{side}, {name}</source>
        <translation>{side}, {name}</translation>
    </message>
    <message>
        <source>The same prompt, asked again</source>
        <translation>Le même prompt, posé plusieurs fois</translation>
    </message>
    <message>
        <source>●  an answer of A      ◇  an answer of B      Further right: more words, on one scale for all. Beside them: how many of their words two answers share, and how often their checks come out the same.</source>
        <translation>●  une réponse de A      ◇  une réponse de B      Plus à droite&#xa0;: plus de mots, même échelle partout. À côté&#xa0;: la part de mots que deux réponses ont en commun, et la part de leurs contrôles qui donnent le même résultat.</translation>
    </message>
    <message>
        <source>Each prompt was asked once. Run the suite with {n} samples to see how much answers to one prompt differ.</source>
        <translation>Chaque prompt a été posé une seule fois. Lancez la série avec {n} essais pour voir à quel point les réponses à un même prompt diffèrent.</translation>
    </message>
    <message>
        <source>To be seen as soon as a side has answered a prompt twice.</source>
        <translation>Visible dès qu’un côté aura répondu deux fois à un prompt.</translation>
    </message>
    <message>
        <source>Prompts come first where one side repeats itself much more than the other.</source>
        <translation>En premier viennent les prompts où un côté se répète bien plus que l’autre.</translation>
    </message>
    <message>
        <source>Stopped by itself</source>
        <translation>S’arrête de lui-même</translation>
    </message>
    <message>
        <source>Checks passed</source>
        <translation>Contrôles réussis</translation>
    </message>
    <message>
        <source>Length of an answer</source>
        <translation>Longueur d’une réponse</translation>
    </message>
    <message>
        <source>Words shared by repeated answers</source>
        <translation>Mots communs aux réponses répétées</translation>
    </message>
    <message>
        <source>Checks alike in repeated answers</source>
        <translation>Contrôles stables d’un essai à l’autre</translation>
    </message>
    <message>
        <source>Both did about the same in everything that was counted.</source>
        <translation>Les deux ont fait à peu près pareil dans tout ce qui a été compté.</translation>
    </message>
    <message>
        <source>{passed}, {n} to judge</source>
        <translation>{passed}, {n} à juger</translation>
    </message>
    <message>
        <source>{middle} words ({least} to {most})</source>
        <translation>{middle} mots ({least} à {most})</translation>
    </message>
    <message>
        <source>So far: {done} of {planned} answers are there. All of this may still change.</source>
        <translation>Pour l’instant, {done} réponses sur {planned} sont là. Tout cela peut encore changer.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>manqué</translation>
    </message>
    <message>
        <source>for you to judge</source>
        <translation>à vous de juger</translation>
    </message>
    <message>
        <source>{n} passed</source>
        <comment>one check</comment>
        <translation>{n} réussi</translation>
    </message>
    <message>
        <source>{n} passed</source>
        <comment>several checks</comment>
        <translation>{n} réussis</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <comment>one check</comment>
        <translation>{n} manqué</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <comment>several checks</comment>
        <translation>{n} manqués</translation>
    </message>
    <message>
        <source>{n} to judge</source>
        <translation>{n} à juger</translation>
    </message>
    <message>
        <source>{name}: no answer yet.</source>
        <translation>{name}&#xa0;: pas encore de réponse.</translation>
    </message>
    <message>
        <source>{name}: {lengths} words long.</source>
        <translation>{name}&#xa0;: longueurs en mots&#xa0;: {lengths}.</translation>
    </message>
    <message>
        <source>{different} of {answers} differ, two share {share} of their words on average.</source>
        <translation>{different} sur {answers} diffèrent, deux réponses ont en moyenne {share} de leurs mots en commun.</translation>
    </message>
    <message>
        <source>Checks come out the same in {share} of pairs.</source>
        <translation>Les contrôles donnent le même résultat dans {share} des paires.</translation>
    </message>
    <message>
        <source>Only one side has answers yet.</source>
        <translation>Un seul côté a des réponses pour l’instant.</translation>
    </message>
    <message>
        <source>No answer came through. Why not stands below.</source>
        <translation>Aucune réponse n’est arrivée. La raison se trouve ci-dessous.</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} sur {total}</translation>
    </message>
    <message>
        <source>{ahead} stopped by itself in {times} answers, {behind} in {others}.</source>
        <translation>{ahead} s’est arrêté de lui-même dans {times} réponses, {behind} dans {others}.</translation>
    </message>
    <message>
        <source>{ahead} passed {times} checks, {behind} {others}.</source>
        <translation>{ahead} a réussi {times} contrôles, {behind} {others}.</translation>
    </message>
    <message>
        <source>A typical answer of {ahead} has {words} words, one of {behind} {others}.</source>
        <translation>Une réponse typique de {ahead} compte {words} mots, une de {behind} {others}.</translation>
    </message>
    <message>
        <source>Two answers of {ahead} to one prompt share {share} of their words, two of {behind} {other}.</source>
        <translation>Deux réponses de {ahead} à un même prompt ont {share} de leurs mots en commun, deux de {behind} {other}.</translation>
    </message>
    <message>
        <source>Asked again, {ahead} comes out of a check the same in {share} of cases, {behind} in {other}.</source>
        <translation>D’un essai à l’autre, un contrôle donne le même résultat dans {share} des cas pour {ahead}, {other} pour {behind}.</translation>
    </message>
    <message>
        <source>Choose a suite and who answers it (Ctrl+N)</source>
        <translation>Choisir une série et qui y répond (Ctrl+N)</translation>
    </message>
    <message>
        <source>Your runs will stand here.</source>
        <translation>Vos passages apparaîtront ici.</translation>
    </message>
    <message>
        <source>No suite has been run yet.</source>
        <translation>Aucune série n’a encore été passée.</translation>
    </message>
    <message>
        <source>A suite asks two models many prompts while you do something else.</source>
        <translation>Une série pose beaucoup de prompts à deux modèles pendant que vous faites autre chose.</translation>
    </message>
    <message>
        <source>“{title}” is going on already.</source>
        <translation>«&#xa0;{title}&#xa0;» est déjà en cours.</translation>
    </message>
    <message>
        <source>One run goes on at a time. Wait for it, or stop it first.</source>
        <translation>Un seul passage à la fois. Attendez sa fin, ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written, so no answer could be kept.</source>
        <translation>L’historique ne peut pas être écrit, aucune réponse ne serait donc gardée.</translation>
    </message>
    <message>
        <source>The message at the top of the window says why.</source>
        <translation>Le message en haut de la fenêtre dit pourquoi.</translation>
    </message>
    <message>
        <source>The run of “{title}” is in the trash.</source>
        <translation>Le passage de «&#xa0;{title}&#xa0;» est dans la corbeille.</translation>
    </message>
    <message>
        <source>Nothing can be asked again: what failed was voted on, gone on from, or is in the trash.</source>
        <translation>Rien ne peut être redemandé&#xa0;: ce qui a échoué a reçu un vote, a été poursuivi, ou se trouve dans la corbeille.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{done} sur {planned}</translation>
    </message>
    <message>
        <source>Side {letter}: {said}</source>
        <translation>Côté {letter}&#xa0;: {said}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} échec(s)</translation>
    </message>
    <message>
        <source>The text that came last</source>
        <translation>Le dernier texte arrivé</translation>
    </message>
    <message>
        <source>End it now; what is there is kept, and it can be gone on with</source>
        <translation>Arrêter maintenant&#x202f;; ce qui est là est gardé, et on peut reprendre</translation>
    </message>
    <message>
        <source>Go on where it stopped; no answer is computed twice</source>
        <translation>Reprendre là où il s’est arrêté&#x202f;; aucune réponse n’est calculée deux fois</translation>
    </message>
    <message>
        <source>Ask the failed ones again</source>
        <translation>Redemander les échecs</translation>
    </message>
    <message>
        <source>Ask those prompts once more that failed</source>
        <translation>Poser encore une fois les prompts qui ont échoué</translation>
    </message>
    <message>
        <source>Put the run and its answers into the trash (Del)</source>
        <translation>Mettre le passage et ses réponses à la corbeille (Del)</translation>
    </message>
    <message>
        <source>Vote before you look: who knows who is who judges otherwise.</source>
        <translation>Votez avant de regarder&#xa0;: qui sait qui est qui juge autrement.</translation>
    </message>
    <message>
        <source>Vote blind</source>
        <translation>Voter à l’aveugle</translation>
    </message>
    <message>
        <source>Say which answers are better, without knowing whose they are</source>
        <translation>Dire quelles réponses sont meilleures, sans savoir de qui elles viennent</translation>
    </message>
    <message>
        <source>See what came out</source>
        <translation>Voir le bilan</translation>
    </message>
    <message>
        <source>Checks, personality, and how alike repeated answers are</source>
        <translation>Contrôles, personnalité, et ressemblance des réponses répétées</translation>
    </message>
    <message>
        <source>Save this run with its answers, for computers without models</source>
        <translation>Enregistrer ce passage avec ses réponses, pour des ordinateurs sans modèles</translation>
    </message>
    <message>
        <source>Save as a recording ▾</source>
        <translation>Enregistrer la séance ▾</translation>
    </message>
    <message>
        <source>With the votes …</source>
        <translation>Avec les votes …</translation>
    </message>
    <message>
        <source>Without votes …</source>
        <translation>Sans les votes …</translation>
    </message>
    <message>
        <source>All answers are there.</source>
        <translation>Toutes les réponses sont là.</translation>
    </message>
    <message>
        <source>The first answers of both are there.</source>
        <translation>Les premières réponses des deux sont là.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message>
        <source>Answers that were under way rest; press Go on.</source>
        <translation>Les réponses commencées attendent&#x202f;; cliquez sur Continuer.</translation>
    </message>
    <message>
        <source>It goes on by itself afterwards.</source>
        <translation>Il continue ensuite tout seul.</translation>
    </message>
    <message>
        <source>Another window or command is at this run.</source>
        <translation>Une autre fenêtre ou commande travaille à ce passage.</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Terminé.</translation>
    </message>
    <message>
        <source>Stopped at {done} of {planned} answers.</source>
        <translation>Arrêté à {done} réponses sur {planned}.</translation>
    </message>
    <message>
        <source>What is there is kept. Resume asks what is missing.</source>
        <translation>Ce qui est là est gardé. Reprendre demande ce qui manque.</translation>
    </message>
    <message>
        <source>To go on, it needs the model {name}, which is not here.</source>
        <translation>Pour continuer, il faut le modèle {name}, qui n’est pas ici.</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Le laisser continuer</translation>
    </message>
    <message>
        <source>Let it rest; nothing is lost, and no memory given back</source>
        <translation>Le laisser au repos&#x202f;; rien n’est perdu, mais la mémoire reste occupée</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Où il en est</translation>
    </message>
    <message>
        <source>Say which answers are better</source>
        <translation>Dire quelles réponses sont meilleures</translation>
    </message>
    <message>
        <source>Checks, personality and consistency</source>
        <translation>Contrôles, personnalité et régularité</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>What is shown of the run</source>
        <translation>Ce qui est montré du passage</translation>
    </message>
    <message>
        <source>Prompts of the suite</source>
        <translation>Prompts de la série</translation>
    </message>
    <message>
        <source>Write prompts of your own</source>
        <translation>Écrire vos propres prompts</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importer …</translation>
    </message>
    <message>
        <source>Make a suite of a file: text, CSV or JSON lines</source>
        <translation>Faire une série d’un fichier&#xa0;: texte, CSV ou lignes JSON</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>What can be done with the chosen suite</source>
        <translation>Ce qu’on peut faire de la série choisie</translation>
    </message>
    <message>
        <source>Edit the chosen suite</source>
        <translation>Modifier la série choisie</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>à vous</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Modifier une copie</translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>a verb</comment>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… et {n} de plus</translation>
    </message>
    <message>
        <source>Who was preferred</source>
        <translation>Qui a été préféré</translation>
    </message>
    <message>
        <source>Other people’s votes</source>
        <translation>Votes d’autres personnes</translation>
    </message>
    <message>
        <source>The checks, the lengths and the profiles of this run</source>
        <translation>Les contrôles, les longueurs et les profils de ce passage</translation>
    </message>
    <message>
        <source>Show the first pair without a vote</source>
        <translation>Afficher la première paire sans vote</translation>
    </message>
    <message>
        <source>Look at the pairs</source>
        <translation>Revoir les paires</translation>
    </message>
    <message>
        <source>Go back to the last pair</source>
        <translation>Revenir à la dernière paire</translation>
    </message>
    <message>
        <source>You are through</source>
        <translation>Vous avez terminé</translation>
    </message>
    <message>
        <source>Up to here</source>
        <translation>Bilan provisoire</translation>
    </message>
    <message>
        <source>Vote on the rest ({n})</source>
        <translation>Voter sur le reste ({n})</translation>
    </message>
    <message>
        <source>The pair before</source>
        <translation>La paire précédente</translation>
    </message>
    <message>
        <source>The pair before (P). You can change your mind there.</source>
        <translation>La paire précédente (P). Vous pouvez y changer d’avis.</translation>
    </message>
    <message>
        <source>Skip   S</source>
        <translation>Passer   S</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Show the next pair without a vote (S)</source>
        <translation>Afficher la paire suivante sans voter (S)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Stop voting here, and see who was who. Your votes stay.</source>
        <translation>Arrêter de voter ici et voir qui était qui. Vos votes sont conservés.</translation>
    </message>
    <message>
        <source>Pair {number} of {count}</source>
        <translation>Paire {number} sur {count}</translation>
    </message>
    <message>
        <source>{done} of {count} voted on</source>
        <translation>{done} sur {count} votées</translation>
    </message>
    <message>
        <source>Names are hidden, and sides are drawn for each pair. Off shows the names; then votes are not blind.</source>
        <translation>Les noms sont masqués et les côtés tirés au sort pour chaque paire. Sans cela, les noms sont visibles et les votes ne sont pas à l’aveugle.</translation>
    </message>
    <message>
        <source>You have voted on everything, so nothing is hidden any more.</source>
        <translation>Vous avez voté sur tout&#xa0;: plus rien n’est masqué.</translation>
    </message>
    <message>
        <source>What to look for: {what}</source>
        <translation>À observer&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Told before: “{prompt}”</source>
        <translation>Consigne préalable&#xa0;: «&#xa0;{prompt}&#xa0;»</translation>
    </message>
    <message>
        <source>The history is not open.</source>
        <translation>L’historique n’est pas ouvert.</translation>
    </message>
    <message>
        <source>Votes are kept there. As soon as it is open, you can vote.</source>
        <translation>Les votes y sont conservés. Dès qu’il sera ouvert, vous pourrez voter.</translation>
    </message>
    <message>
        <source>Look whether the history is open now</source>
        <translation>Vérifier si l’historique est ouvert maintenant</translation>
    </message>
    <message>
        <source>Reading the pairs …</source>
        <translation>Lecture des paires …</translation>
    </message>
    <message>
        <source>Counting the votes …</source>
        <translation>Comptage des votes …</translation>
    </message>
    <message>
        <source>There is no pair yet.</source>
        <translation>Il n’y a pas encore de paire.</translation>
    </message>
    <message>
        <source>The run is going on. As soon as both have answered a prompt, you can vote on it here.</source>
        <translation>Le passage est en cours. Dès que les deux auront répondu à un prompt, vous pourrez voter ici.</translation>
    </message>
    <message>
        <source>You have voted on all that is there.</source>
        <translation>Vous avez voté sur tout ce qui est là.</translation>
    </message>
    <message>
        <source>The run is going on, and the next pair appears here by itself.</source>
        <translation>Le passage continue, et la prochaine paire apparaîtra ici d’elle-même.</translation>
    </message>
    <message>
        <source>There is nothing to vote on.</source>
        <translation>Il n’y a rien sur quoi voter.</translation>
    </message>
    <message>
        <source>No prompt of this run has an answer from both sides. Go on with the run first.</source>
        <translation>Aucun prompt de ce passage n’a de réponse des deux côtés. Poursuivez d’abord le passage.</translation>
    </message>
    <message>
        <source>You have seen who is who in this pair, so what you say about it is not blind.</source>
        <translation>Vous avez vu qui est qui dans cette paire&#xa0;: votre avis n’est donc pas à l’aveugle.</translation>
    </message>
    <message>
        <source>One of the answers has no text.</source>
        <translation>L’une des réponses ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Neither answer has any text.</source>
        <translation>Aucune des deux réponses ne contient de texte.</translation>
    </message>
    <message>
        <source>This history can only be read, so no vote can be kept.</source>
        <translation>Cet historique est en lecture seule&#xa0;: aucun vote ne peut être conservé.</translation>
    </message>
    <message>
        <source>Read the pairs again</source>
        <translation>Relire les paires</translation>
    </message>
    <message>
        <source>{model}, {framing}</source>
        <translation>{model}, {framing}</translation>
    </message>
    <message>
        <source>A and B are the sides of the run: A is {a}, B is {b}. While you voted, each pair had its sides drawn anew.</source>
        <translation>A et B sont les côtés du passage&#xa0;: A est {a}, B est {b}. Pendant le vote, les côtés étaient tirés au sort pour chaque paire.</translation>
    </message>
    <message>
        <source>You have not voted on any pair of this run.</source>
        <translation>Vous n’avez voté sur aucune paire de ce passage.</translation>
    </message>
    <message>
        <source>{n} has no vote yet.</source>
        <translation>{n} n’a pas encore de vote.</translation>
    </message>
    <message>
        <source>{n} have no vote yet.</source>
        <translation>{n} n’ont pas encore de vote.</translation>
    </message>
    <message>
        <source>{n} vote was not blind.</source>
        <translation>{n} vote n’était pas à l’aveugle.</translation>
    </message>
    <message>
        <source>{n} of your votes were not blind.</source>
        <translation>{n} de vos votes n’étaient pas à l’aveugle.</translation>
    </message>
    <message>
        <source>{n} pair came twice, the second time with its sides swapped: you said the same {same} of {n} times.</source>
        <translation>{n} paire est revenue, côtés inversés&#xa0;: vous avez dit la même chose {same} fois sur {n}.</translation>
    </message>
    <message>
        <source>{n} pairs came twice, the second time with their sides swapped: you said the same {same} of {n} times.</source>
        <translation>{n} paires sont revenues, côtés inversés&#xa0;: vous avez dit la même chose {same} fois sur {n}.</translation>
    </message>
    <message>
        <source>“{rater}” voted on {n} of these pairs, too: the same as you {same} of {n} times.</source>
        <translation>«&#xa0;{rater}&#xa0;» a aussi voté sur {n} de ces paires&#xa0;: comme vous {same} fois sur {n}.</translation>
    </message>
    <message>
        <source>{prompts} × 2 models = {answers} answers</source>
        <translation>{prompts} × 2 modèles = {answers} réponses</translation>
    </message>
    <message>
        <source>{n} sample</source>
        <translation>{n} essai</translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation>{n} essais</translation>
    </message>
    <message>
        <source>{prompts} × {samples} × 2 models = {answers} answers</source>
        <translation>{prompts} × {samples} × 2 modèles = {answers} réponses</translation>
    </message>
    <message>
        <source>{prompts}, no checks</source>
        <translation>{prompts}, aucun contrôle</translation>
    </message>
    <message>
        <source>{n} check</source>
        <translation>{n} contrôle</translation>
    </message>
    <message>
        <source>{n} checks</source>
        <translation>{n} contrôles</translation>
    </message>
    <message>
        <source>{prompts}, {checks}</source>
        <translation>{prompts}, {checks}</translation>
    </message>
    <message>
        <source>{n} sample of each</source>
        <translation>{n} essai de chacun</translation>
    </message>
    <message>
        <source>{n} samples of each</source>
        <translation>{n} essais de chacun</translation>
    </message>
    <message>
        <source>at most {n} token</source>
        <translation>au plus {n} token</translation>
    </message>
    <message>
        <source>Time left is known after the first answers.</source>
        <translation>Le temps restant sera connu après les premières réponses.</translation>
    </message>
    <message>
        <source>Less than a minute left.</source>
        <translation>Moins d’une minute restante.</translation>
    </message>
    <message>
        <source>About {n} minute left.</source>
        <translation>Environ {n} minute restante.</translation>
    </message>
    <message>
        <source>About {n} minutes left.</source>
        <translation>Environ {n} minutes restantes.</translation>
    </message>
    <message>
        <source>About {n} hour left.</source>
        <translation>Environ {n} heure restante.</translation>
    </message>
    <message>
        <source>About {n} hours left.</source>
        <translation>Environ {n} heures restantes.</translation>
    </message>
    <message>
        <source>Finished, {n} answer</source>
        <translation>Terminé, {n} réponse</translation>
    </message>
    <message>
        <source>Finished, {n} answers</source>
        <translation>Terminé, {n} réponses</translation>
    </message>
    <message>
        <source>Running elsewhere, {done} of {planned}</source>
        <translation>En cours ailleurs, {done} sur {planned}</translation>
    </message>
    <message>
        <source>Stopped, {done} of {planned}</source>
        <translation>Arrêté, {done} sur {planned}</translation>
    </message>
    <message>
        <source>Running, {done} of {planned}</source>
        <translation>En cours, {done} sur {planned}</translation>
    </message>
    <message>
        <source>Paused, {done} of {planned}</source>
        <translation>En pause, {done} sur {planned}</translation>
    </message>
    <message>
        <source>Waiting, {done} of {planned}</source>
        <translation>En attente, {done} sur {planned}</translation>
    </message>
    <message>
        <source>Stopping, {done} of {planned}</source>
        <translation>Arrêt, {done} sur {planned}</translation>
    </message>
</context>
</TS>
