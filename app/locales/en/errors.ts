export const errors = {
  "upload-too-large": "{name} is too large. A picture may have up to {megabytes, number} MB.",
  "upload-wrong-type":
    "{name} is a kind of file we do not take. Use PNG, JPG, WebP or GIF, or a short MP4 or WebM video.",
  "upload-video-too-large":
    "{name} is too large. A video may have up to {videoMegabytes, number} MB. Cut it shorter and add it again.",
  "upload-video-damaged": "{name} is damaged or was cut off. Save it again and add it once more.",
  "upload-video-codec":
    "{name} cannot be played by browsers. Save it as MP4 with H.264, or as WebM, and add it again.",
  "upload-video-data-track":
    "{name} holds a data track, such as the way the camera took, which we cannot take out. Save it with picture and sound only.",
  "upload-too-many-videos": "One video fits on a post. {name} was left out.",
  "upload-quota":
    "There is no room left for {name} in what you may keep here. Delete something under “My uploads” in your settings and add it again.",
  "upload-store-full":
    "The site has no room for {name} right now. Your text and other files are kept; post without it, or try again later.",
  "upload-too-many-pixels":
    "{name} has too many pixels. Make it smaller than 25 megapixels and add it again.",
  "upload-animated-too-long": "{name} is a long animation. Cut it shorter, or add single pictures of it.",
  "upload-damaged": "{name} is damaged or empty. Save it again and add it once more.",
  "upload-busy":
    "Many pictures are being worked on right now, so {name} had to wait. Add it again in a moment.",
  "upload-unavailable":
    "{name} could not be kept just now. Add it again in a moment, your text is still here.",
  "upload-too-many":
    "{limit, plural, one {Only # picture fits here.} other {Only # pictures fit here.}} {name} was left out.",
  "upload-too-many-waiting":
    "You have many pictures that are not part of a post yet, so {name} was not kept. They are cleared within a day.",
  "attachment-gone": "One of the pictures is no longer there. Add it again.",
  "attachment-too-many": "There are too many pictures. Remove some and send the form again.",
  "newer-draft": "A newer draft of this was saved on another page or device.",
  "too-many-drafts": "Not kept: you have as many drafts as one person can have. Discard some of them first.",
  "draft-too-large": "Not kept: this is more than any post can hold. Shorten it and save again.",
  "already-sent": "This was posted already.",
  invalid: "This cannot be taken as it is.",
  required: "This is needed.",
  "too-long": "This is too long. Up to {limit, number} characters fit.",
  credentials: "Name and password do not go together. Check both, and whether capitals are on.",
  "last-admin":
    "You are the last admin. Make somebody else an admin first: nobody could after you have gone.",
  "choose-posts": "Choose what becomes of what you wrote.",
  "name-differs": "Type the name of this account exactly as it is shown here.",
  suspended:
    "This account is suspended. Write to the people who run this site if you think that is a mistake.",
  "sign-in-busy": "Many people are signing in right now. Wait a few seconds and press the button again.",
  "sign-in-wait":
    "That was tried too often. Try again in {count, number} {unit, select, seconds {{count, plural, one {second} other {seconds}}} other {{count, plural, one {minute} other {minutes}}}}.",
  "sign-in-locked":
    "Too many wrong passwords were tried on this account. Sign in on a device you have used before, or reset the password by mail.",
  "sign-up-wait":
    "Many accounts were made from your network. Try again in {count, number} {unit, select, seconds {{count, plural, one {second} other {seconds}}} other {{count, plural, one {minute} other {minutes}}}}.",
  "second-step-over": "That took too long. Sign in again from the beginning.",
  "second-step-wrong": "That code is not right, or was used already. Wait for the next one.",
  "proof-wrong": "That is not your password.",
  "code-wrong":
    "That is not the code your app shows now. Wait for the next one, and check the phone's clock.",
  "passkey-refused": "That passkey was not accepted here. Try again, or sign in with your password.",
  "provider-away":
    "The sign-in elsewhere is not answering. Use your password or a passkey, or try again later.",
  "provider-over": "That took too long, or was begun in another browser. Begin the sign-in once more.",
  "provider-declined": "You stopped the sign-in elsewhere. Nothing has changed here.",
  "provider-refused": "What came back from the sign-in elsewhere could not be believed. Begin once more.",
  "provider-other-person": "That account elsewhere is not connected with yours here. Use the one that is.",
  "provider-kept-long":
    "What you wrote is too long to wait through a sign-in elsewhere. Sign in with your password or a passkey.",
  "identity-taken":
    "That account elsewhere is connected with another account here already. Disconnect it there first.",
  "identity-already": "An account of the same place is connected already. Disconnect it first.",
  "identity-refused": "The account here that belongs to it has been deleted.",
  "external-over": "That took too long, or was done already. Sign in once more.",
  "app-token-refused":
    "This link is not one the app made for this site. Open the community from the app again.",
  "app-token-old": "This link is too old. Open the community from the app again.",
  "app-token-used": "This link has been used already. Open the community from the app again.",
  "app-token-staff": "Whoever speaks for this site signs in with a password or a passkey, not from the app.",
  "last-way-in": "That is the only way into this account. Add another one first.",
  "passkey-not-made":
    "That passkey could not be used for a new account. Press the button to make another one.",
  "passkey-needs-script":
    "This browser made no passkey: it needs JavaScript and a device that keeps passkeys. Use a password instead.",
  "link-used-up": "This link has been used or is too old. Ask for a new one.",
  "password-weak":
    "That can be guessed too easily. Add another word or two that have nothing to do with each other.",
  "name-length": "A name has 2 to 30 characters.",
  "name-characters":
    "A name is made of letters, digits, - and _, and begins and ends with a letter or a digit.",
  "name-scripts":
    "Use letters of one script: only Latin, or only Chinese. Mixed ones look too much like other names.",
  "name-reserved": "That name sounds as if it spoke for this site. Choose another.",
  "name-taken": "Somebody has this name already. Choose another.",
  "name-alike":
    "This looks like a name somebody else has or had until lately. Choose one that cannot be mistaken for it.",
  "name-of-team": "This looks like the name of somebody on the team. Choose another.",
  "email-invalid": "That is not a complete email address, like name@example.org.",
  "email-unusable": "No new account can be made with this address. If it is yours, sign in instead.",
  "password-short": "A password has at least 10 characters.",
  "password-long": "A password has at most 200 characters.",
  "password-common": "That password is one of the first that would be tried. Add some unrelated words.",
  "password-personal":
    "That is mostly your own name, your address or the name of this site. Choose something nobody can guess from them.",
  "password-wrong": "That is not your current password.",
  "display-name-length": "A shown name has 1 to 40 characters.",
  "display-name-characters":
    "Letters, digits, spaces, full stops, apostrophes and hyphens only, and nothing that looks like a web address.",
  "display-name-scripts": "Letters of one script, or Latin beside Chinese, Japanese or Korean.",
  "bio-long": "Up to 500 characters.",
  "staff-title-long": "Up to 60 characters, on one line.",
  "time-zone-unknown": "Choose a time zone of the list.",
  "reserved-words-many": "Up to 100 words, one on each line.",
  "reserved-word-length": "Each word has 3 to 30 letters; Chinese ones have 2 or more.",
  "name-same": "That is your name already.",
  "name-wait": "You have changed your name twice within 30 days. Wait until that is over.",
  "site-name-length": "A site name has 1 to 40 characters.",
  "upload-room-range": "A whole number from 10 to 1,000,000 megabytes.",
  "tagline-long": "Up to 120 characters.",
  "languages-none": "Choose at least one language.",
  "default-language": "The default language must be one of those offered.",
  "area-name": "Every area needs a name in at least one language, of up to 40 characters.",
  "area-description": "A description has up to 160 characters.",
  "too-many-areas":
    "There are as many areas as there can be: 60. Rename one that is no longer used instead of adding another.",
  "area-none": "At least one area must stay open, or nobody can post.",
  "mark-unusable": "That picture cannot be used. Take a PNG, JPG, WebP or GIF of up to 8 MB.",
  "release-too-long": "A release is named in at most {limit, number} characters, such as 2.4.1.",
  "topic-number-unreadable":
    "“{word}” is neither the number of a topic nor its address. Write 12 or paste the link.",
  "topic-numbers-too-many": "An entry can answer at most {limit, number} topics. Leave some out.",
  "topics-unknown":
    "{count, plural, one {There is no topic} other {There are no topics}} {numbers}. Correct or remove {count, plural, one {it} other {them}}.",
  "announcement-changed":
    "Somebody saved another version meanwhile. Compare both, then save yours or take theirs.",
  "schedule-time": "Choose a day and a time.",
  "schedule-past": "That time has passed. Choose a later one, or publish now.",
  "schedule-far": "That is more than a year ahead. Choose an earlier day.",
  "schedule-gap":
    "The clocks in {zone} go forward that night and never show {time}. The next time they show is {next}.",
  "voting-closed": "Voting is closed here: this suggestion is settled. The votes it has stay counted.",
  "vote-waits": "Your vote is kept. It counts as soon as your email address is confirmed.",
  "status-name-long": "A status has a name of up to 24 characters.",
  "status-name-taken": "Another status has this name already. Readers could not tell the two apart.",
  "voter-required": "Write the name of the member.",
  "voter-unknown": "No member with an account here has that name. Check it, or ask them to sign up.",
  "suspended-until":
    "This account is suspended until {until, date, ::yMMMMdHHmm} UTC. Reason: {reason, select, scam {scams or impersonation} spam {spam} abuse {abuse of others} evasion {going around an earlier suspension} other {another}}. {hasNote, select, yes {They wrote: “{note}” } other {}}If you think that is a mistake, write to the people who run this site.",
  "suspended-for-good":
    "This account is suspended until somebody lifts it. Reason: {reason, select, scam {scams or impersonation} spam {spam} abuse {abuse of others} evasion {going around an earlier suspension} other {another}}. {hasNote, select, yes {They wrote: “{note}” } other {}}If you think that is a mistake, write to the people who run this site.",
  "suspended-already": "Somebody suspended this account meanwhile.",
  "suspension-length": "Choose how long.",
  "suspension-reason": "Choose a reason.",
  "suspension-note": "The note can have at most 500 characters.",
  "suspension-note-required": "Say in the note what it is about.",
  "voter-suspended": "That account is suspended, so nobody can vote for it.",
  "voter-voted": "They vote for this already.",
  "voter-withdrew": "They took back a vote the team cast for them. Only they can vote again.",
  "vote-not-added": "That vote is their own. Only they can take it back.",
  "merge-self": "A suggestion cannot be merged into itself. Choose another one.",
  "merge-source-merged": "This suggestion is merged already. Take it apart first.",
  "merge-target-merged": "The one you chose was itself merged into another. Choose the one that lives on.",
  "merge-source-has-merged":
    "Others were merged into this one. Merge in the other direction, or take those apart first.",
  "merge-held": "One of the two is held back from readers. Release it first.",
  "merge-target-required": "Choose the suggestion that lives on.",
  "merge-target-unknown": "There is no suggestion with that number or address. Check it, or search by words.",
  "area-required": "Choose the area it belongs to.",
  "area-unknown": "That area is not there any more. Choose another one.",
  "suggestion-merged": "This suggestion was merged into another one. Decide there.",
  "status-required": "Choose a status.",
  "decline-reason-required": "Choose why it is declined.",
  "decline-text-required": "Say a sentence or two to the people who asked. It stands on the suggestion.",
  "decision-too-long": "Up to {limit, number} characters. Put the details into an official reply.",
  "official-type-missing": "Choose what this reply is: it stands on the letter.",
  "official-type-not-here": "A reply of this kind makes no sense on this topic. Choose another.",
  "official-status-not-by-type":
    "A reply of this kind does not set that status. Choose another, or leave the status.",
  "official-locked": "This topic is locked, so nothing can be answered. Unlock it first.",
  "official-merged": "This suggestion was merged into another one. Answer there.",
  "official-parent-gone":
    "The reply you answer is no longer there. Send it again to answer the topic itself.",
  "quiet-reason-short": "Say why nobody is told, in at least {limit, number} characters.",
  "promise-text-missing": "Say what is promised, or take the day out.",
  "promise-day": "This is no day of the calendar. Write it like 2026-06-30.",
  "promise-day-missing": "Name the new day.",
  "promise-day-past": "This day is over already. Name today or a later one.",
  "promise-day-far": "This is too far ahead. Name a day within the next five years.",
  "promise-day-same": "It is promised for this day already. Name another one, or leave the promise as it is.",
  "promise-reason-missing": "Say why it is withdrawn: those who waited for it read this.",
  "promise-stands":
    "A promise stands on this topic by now. What you typed is kept; move or withdraw that promise first.",
  "promise-gone":
    "This promise was moved, kept or withdrawn meanwhile. Look at the topic, then decide again.",
  "promise-settled":
    "The status says that it is done, the promise that it is still to come. Leave one of the two out.",
  "announcement-gone": "One of the announcements is missing or was withdrawn. Take it out and send again.",
  "announcements-too-many": "A reply can point to at most ten announcements.",
  "title-too-short": "A title has at least {limit, number} characters. Say in a few words what it is about.",
  "title-too-long": "A title has at most {limit, number} characters. Move the details into the text.",
  "body-empty": "There is no text yet. Write at least a sentence.",
  "body-too-long":
    "A text has at most {limit, number} characters. Shorten it, or attach what you pasted as a picture.",
  "tag-too-long": "A tag has at most {limit, number} characters.",
  "tags-too-many": "At most {limit, number} tags fit. Leave some out.",
  "kind-missing": "Choose what kind of topic it is.",
  "problem-did-empty": "Say what you did and what you expected, so that others can try the same.",
  "problem-happened-empty": "Say what happened instead. An exact message or code helps most.",
  "reason-too-long": "Up to {limit, number} characters.",
  "lock-reason-missing": "Say why, in a sentence. Everybody reads it.",
  "close-reason-missing": "Choose why it is closed. The reason stands on the topic.",
  "status-unknown": "A topic of this kind does not have that status. Choose another.",
  "reply-locked":
    "This topic was locked, so the reply was not posted. Copy your text if you need it elsewhere.",
  "reply-merged": "This topic was merged into another one. Copy your text and reply there.",
  "reply-parent-gone": "The reply you answer is no longer there. Send it again to answer the topic itself.",
  "state-changed-meanwhile":
    "Somebody else changed this topic while you were deciding. See how it stands now, and choose again if it still needs it.",
  "duplicate-unknown":
    "Say which topic tells of the same, by its number or its address. It has to be a public one.",
  "pin-scope-missing": "Choose where it stands before the others.",
  "pin-position": "A place is a number from 0 to 99.",
  "tag-name": "A tag is a word or a few, with letters or digits and without commas.",
  "tag-name-taken": "There is such a tag already. Merge this one into it instead.",
  "tag-unknown": "There is no tag of that name.",
  "tag-itself": "That is this tag. Name another one.",
  "tag-reserved": "“{name}” is a tag only the team gives. Leave it out.",
  "known-issue-state-missing": "Choose how far you are.",
  "known-issue-summary-missing": "The banner needs a line that says what happens.",
  "known-issue-none":
    "This is no known issue any more, so there is nothing to update. Make it one again first.",
  "time-unreadable": "Write it as a date and a time, such as 2026-05-31T14:30.",
  "others-replied":
    "Others have replied, so it is not yours alone to delete. You can edit your text, or ask the team to remove the topic.",
  "response-hours": "Write hours as a number from 0 to 2000, such as 9 or 4.5. 0 sets no target.",
  "response-clock": "Write a time of day, such as 09:00.",
  "response-zone": "Choose a time zone from the list.",
  "response-days": "Choose at least one day, or count every hour of every day.",
  "response-holidays": "Write each holiday as a date, such as 2026-12-25, up to 200 of them.",
  "response-to": "The day has to end after it begins.",
  "saved-reply-name": "Give it a name of up to 60 characters.",
  "saved-reply-empty": "Write the text in at least one language.",
  "newcomer-pictures":
    "A new account can put three pictures on one post. Leave some out; the rest fits once the account is a day old and a first post stands.",
  "holding-first-posts": "Write a whole number from 0 to 10. 0 lets first posts through.",
  "holding-keywords": "Write one keyword a line, each at most 60 characters, 300 of them at most.",
  "holding-keyword-short":
    "A keyword needs at least two letters or characters: a single one would hold nearly everything.",
  "holding-hosts": "Write one host a line, such as etherscan.io, 100 of them at most.",
  "saved-replies-full": "There are 100 saved replies, which is as many as there can be. Delete one first.",
  "flag-reason": "Choose what is wrong with it.",
  "flag-note": "Say in a few words what it is.",
  "own-post": "This is your own post.",
  "flag-decided": "You reported this before, and a moderator has decided about it.",
  "removal-reason": "Choose a reason: the author is told why.",
  "decision-act": "Press one of the two buttons.",
  "appeal-answer": "Write an answer: the author is told why the removal stands.",
  "appeal-empty": "Say why it should come back.",
  "appealed-already": "You have appealed already. One appeal is looked at for each decision.",
  "appeal-none": "This decision cannot be appealed.",
  "post-back": "The post is back already.",
  "decided-already": "It has been taken away already.",
  "hide-at": "A whole number from 4 to 200.",
};
