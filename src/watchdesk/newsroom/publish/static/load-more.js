// Turns the "Load more" link into one that adds the next page below; without it the link just works.
"use strict";
(function () {
  var link = document.getElementById("load-more");
  var list = document.getElementById("posts");
  var status = document.getElementById("load-status");
  if (!link || !list || !window.fetch || !window.DOMParser) return;

  link.addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.getAttribute("aria-busy") === "true") return;
    link.setAttribute("aria-busy", "true");
    fetch(link.href, { credentials: "omit" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(add)
      .catch(function () { window.location.href = link.href; });
  });

  function add(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var posts = page.querySelectorAll("#posts > article");
    var first = null;
    posts.forEach(function (post) {
      if (document.getElementById(post.id)) return;
      var copy = document.importNode(post, true);
      list.appendChild(copy);
      if (!first) first = copy;
    });
    var next = page.getElementById("load-more");
    if (next) link.href = next.getAttribute("href");
    else link.parentNode.remove();
    link.removeAttribute("aria-busy");
    status.textContent = posts.length + " more posts loaded.";
    var target = first && first.querySelector("a");
    if (target) target.focus();
  }
})();
