// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server gets its first administrator, who lets somebody else in; what that one may not is explained to him. */
class PageSignInTest {

    private static final String PASSWORD = "a quiet battery room";
    private static final String SIGN_IN = "document.querySelector('.entrance-form [name=password]')";

    @TempDir
    private Path folder;

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void fill(Browser browser, String selector, String words) {
        browser.await(selector, "document.querySelector('" + selector + "')", 10);
        browser.find(selector).clear();
        browser.find(selector).sendKeys(words);
    }

    private static void push(Browser browser, String words) {
        String button = "[...document.querySelectorAll('dialog[open] button, button')]"
                + ".find(each => each.innerText.trim() === '" + words + "')";
        browser.await("button " + words, button + " && !" + button + ".disabled", 10);
        browser.run(button + ".click()");
    }

    private static void signIn(Browser browser, String user, String password) {
        fill(browser, "[name=username]", user);
        fill(browser, "[name=password]", password);
        push(browser, "Sign in");
    }

    private static void claim(Browser browser, String code) {
        browser.await("the form of the first administrator", "document.querySelector('[name=claim]')", 20);
        assertThat(Axe.look(browser, "claim")).isEmpty();
        fill(browser, "[name=claim]", code);
        fill(browser, "[name=username]", "bob");
        fill(browser, "[name=new-password]", PASSWORD);
        fill(browser, "[name=new-password-again]", PASSWORD);
        push(browser, "Make and sign in");
    }

    private static void addViewer(Browser browser) {
        browser.go("#/access");
        push(browser, "Add a user");
        fill(browser, "dialog[open] input", "vera");
        fill(browser, "dialog[open] input[type=password]", PASSWORD);
        push(browser, "Add");
        browser.await("vera", "document.body.innerText.includes('vera may sign in.')", 20);
        assertThat(Axe.look(browser, "access")).isEmpty();
    }

    @Test
    void fromTheClaimToARefusedActionThatIsExplained() throws Exception {
        try (Browser browser = Browser.start();
                Program room = new Program("simulate", "fresh", "--modules", "8", "--folder", folder.toString(),
                        "--web-port", Integer.toString(freePort()))) {
            room.awaitText("ready", 30);
            try (Program server = new Program("run", folder.resolve("site.yaml").toString())) {
                String address = server.awaitText("/?token=", 30);
                String claim = server.awaitText("claim ", 30).strip().split("\\s+")[1];
                String page = address.substring(address.indexOf("http"), address.indexOf("?"));
                browser.open(page + "#/modules");
                claim(browser, claim);
                browser.await("the place that was asked for",
                        "location.hash === '#/modules' && document.querySelector('main h1')?.innerText === 'Modules'", 20);
                addViewer(browser);
                browser.run("document.querySelector('.menu.user summary').click()");
                push(browser, "Sign out");
                browser.await("signed out", SIGN_IN, 20);
                assertThat(Axe.look(browser, "sign in")).isEmpty();

                signIn(browser, "vera", "not her password");
                browser.await("refused", "document.querySelector('.failure').innerText"
                        + " === 'Name or password is not right.'", 20);
                browser.go("#/modules");
                signIn(browser, "vera", PASSWORD);
                browser.await("vera is in", "document.querySelector('.menu.user')?.innerText.includes('vera')", 20);
                explained(browser);
            }
        }
    }

    private static void explained(Browser browser) {
        String scan = "[...document.querySelectorAll('main button')].find(each => each.innerText === 'Scan')";
        browser.await("a button that she may not press", scan + "?.disabled", 20);
        assertThat(browser.<String>ask(scan + ".title")).isEqualTo("This needs the role service; yours is view.");
        assertThat(browser.<Boolean>ask("[...document.querySelectorAll('nav.rail a')]"
                + ".some(each => each.innerText.trim() === 'Access')")).isFalse();
        String refusal = browser.askLater("fetch('/api/v1/access/state').then(state => state.json())"
                + ".then(state => fetch('/api/v1/lines/L1/work', { method: 'POST', body: '{\"kind\":\"scan\"}', headers:"
                + " { 'Content-Type': 'application/json', 'X-Evenfloat-CSRF': state.csrf } }))"
                + ".then(answer => answer.json().then(body => done(answer.status + ' ' + body.detail)))", 20);
        assertThat(refusal).isEqualTo("403 vera, who has the role view, may not scan or check a line (line L1): that"
                + " needs the role service. Somebody with the role admin can give it.");
    }
}
