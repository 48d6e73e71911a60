// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static List<String> problems(String password) {
        return PasswordRules.problems("password", "bob", password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a quiet room", "電池室電池室電池室電池室", "🔋🔌🔋🔌🔋🔌🔋🔌🔋🔌🔋🔌", "            x", "zwölf Häuser!"})
    void anyLongTextIsAPassword(String password) {
        assertThat(problems(password)).isEmpty();
    }

    @Test
    void allProblemsAreSaidAtOnceAndNoneQuotesThePassword() {
        assertThat(problems("bob")).hasSize(2).allSatisfy(problem -> assertThat(problem).startsWith("password: "))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("password: 3 characters - allowed: 12 to 128"))
                .anySatisfy(problem -> assertThat(problem).contains("user's name"));
        assertThat(problems("x".repeat(129))).hasSize(2);
        assertThat(problems("ab".repeat(64))).isEmpty();
        assertThat(problems("ab".repeat(1_000))).hasSize(1);
        assertThat(problems("Password1234")).singleElement().asString().contains("commonest").doesNotContain("1234");
        assertThat(problems("aaaaaaaaaaaa")).singleElement().asString().contains("again and again");
        assertThat(problems("this is BOB's room")).singleElement().asString().contains("name");
        assertThat(problems("half of it \uD83D")).singleElement().asString().contains("surrogate");
    }

    @Test
    void whatLooksTheSameIsTheSame() {
        assertThat(PasswordRules.normalised("Ha\u0308user \uFF11")).isEqualTo(PasswordRules.normalised("Häuser 1"));
        assertThat(problems("\uFB03".repeat(4))).as("four ligatures are twelve letters").isEmpty();
    }

    @Test
    void shortNamesMayTurnUpInPasswords() {
        assertThat(PasswordRules.problems("password", "a", "a quiet room")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "bob", "b.o-b_7", "abcdefghijklmnopqrstuvwxyz012345"})
    void theseAreNames(String name) {
        assertThat(AccountRules.nameProblem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bob", "7bob", ".bob", "bob smith", "böb", "console", "server", "unknown", "a\u001B[2J",
            "abcdefghijklmnopqrstuvwxyz0123456"})
    void theseAreNot(String name) {
        assertThat(AccountRules.nameProblem(name)).hasValueSatisfying(problem ->
                assertThat(problem).startsWith("name: ").contains(" - allowed: ").doesNotContain("\u001B"));
    }

    @Test
    void rolesOnStringsAreHigherOnesOnStringsThatThereAre() {
        List<String> problems = new ArrayList<>();
        AccountRules.grants(
                new Grants(Role.OPERATE, Map.of("A1", Role.SAFETY, "A2", Role.VIEW, "A3", Role.SERVICE, "A4", Role.ADMIN)),
                Set.of("A1", "A2"), problems);
        assertThat(problems).containsExactly(
                "string: A2=view beside the role operate everywhere - allowed: a higher role than everywhere",
                "string: A3 - allowed: A1, A2",
                "string: A4 - allowed: A1, A2",
                "string: A4=admin - allowed: view, operate, service or safety; an administrator is one of the whole site");
    }

    @Test
    void theClaimCodeIsEasyToTypeAndVoidAfterTenWrongOnes() {
        ClaimCode code = new ClaimCode(new Office.Secrets());
        assertThat(code.text()).matches("[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}");
        assertThat(code.opens(" " + code.text().toLowerCase(Locale.ROOT).replace("-", " "))).isTrue();
        for (int i = 0; i < ClaimCode.MOST_TRIES; i++) {
            assertThat(code.triesLeft()).isEqualTo(ClaimCode.MOST_TRIES - i);
            assertThat(code.opens("AAAA-AAAA")).isFalse();
        }
        assertThat(code.opens(code.text())).as("void").isFalse();
    }
}
