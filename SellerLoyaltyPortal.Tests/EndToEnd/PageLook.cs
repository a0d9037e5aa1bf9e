using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SellerLoyaltyPortal.Tests.Architecture;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// What must hold of every page in every look: it fits, speaks in words, complains of nothing, does not move where
/// that is not wanted, and axe finds no barrier. Leaves pictures in <c>Output/pages/</c>.
/// </summary>
public static partial class PageLook
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags(
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice"
        ),
    };

    /// <summary>The page in both themes, wide, narrow and at 200 % zoom.</summary>
    public static Task CheckAsync(BrowserSession session, PageUnderTest page, string language) =>
        CheckAsync(
            session,
            page,
            // One load for four looks: the theme is an attribute, the width the window's.
            [
                new(language, "light", 1440),
                new(language, "light", 390),
                new(language, "dark", 1440),
                new(language, "dark", 390),
            ]
        );

    /// <param name="session">Of the person who opens the page, in their language.</param>
    /// <param name="page">What is opened, once.</param>
    /// <param name="looks">How it is looked at, all in one language.</param>
    public static async Task CheckAsync(BrowserSession session, PageUnderTest page, BrowserLook[] looks)
    {
        var answer = await session.GoAsync(page.Address);
        Assert.True(answer.Ok, $"{page.Address} answers {answer.Status}");
        await LookAsync(session, page, looks);
    }

    /// <summary>The same of what is on the screen now: a state of a page that has no address.</summary>
    public static Task LookAsync(BrowserSession session, string name, string language) =>
        LookAsync(
            session,
            new(name, null),
            [
                new(language, "light", 1440),
                new(language, "light", 390),
                new(language, "dark", 1440),
                new(language, "dark", 390),
            ]
        );

    private static async Task LookAsync(BrowserSession session, PageUnderTest page, BrowserLook[] looks)
    {
        var language = looks[0].Language;
        var problems = new List<string>();
        foreach (var look in looks)
            problems.AddRange(await ProblemsAsync(session.Page, page, look, looks.Length == 1));
        problems.AddRange(await ZoomedAsync(session.Page, language));
        if (
            !await session.Page.EvaluateAsync<bool>(
                "async () => { await document.fonts.ready; return [...document.fonts].some(f => f.family.includes('Inter') && f.status === 'loaded'); }"
            )
        )
            problems.Add("letters that are not ours");
        // The test browser asks for reduced motion.
        if (
            await session.Page.EvaluateAsync<int>("() => document.getAnimations().length")
            is > 0
                and var moving
        )
            problems.Add($"{moving} animations though the person wants none");
        var text = await session.Page.Locator("body").InnerTextAsync();
        problems.AddRange(RawKey().Matches(text).Select(match => $"a raw key? {match.Value}"));
        problems.AddRange(session.Complaints);
        Guard.NothingFound(problems, $"{page.Address} in {language}:");
        Assert.Equal(language, await session.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.NotEqual("", await session.Page.TitleAsync());
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(
        IPage browser,
        PageUnderTest page,
        BrowserLook look,
        bool isOnly
    )
    {
        await browser.SetViewportSizeAsync(look.Width, look.Height);
        await browser.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", look.Theme);
        await browser.ScreenshotAsync(
            new() { Path = TestOutput.File("pages", $"{page.Name}.{look}.png"), FullPage = true }
        );
        var sideways = (await SidewaysAsync(browser)).Select(problem => $"{look}: {problem}");
        // What axe looks at does not depend on the language.
        if (look.Language != "ru" && !isOnly)
            return sideways;
        var found = await browser.RunAxe(Rules);
        return found.Violations.Select(violation => $"{look}: {Describe(violation)}").Concat(sideways);
    }

    // A window of 1440 pixels has room for 720 at 200 %; the 320 of WCAG's reflow are 1280 at 400 %.
    private static async Task<IEnumerable<string>> ZoomedAsync(IPage browser, string language)
    {
        var problems = new List<string>();
        foreach (
            var (width, height, zoom) in ((int, int, string)[])[(720, 450, "200 %"), (320, 640, "400 %")]
        )
        {
            await browser.SetViewportSizeAsync(width, height);
            problems.AddRange(
                (await SidewaysAsync(browser)).Select(problem => $"{language} at {zoom}: {problem}")
            );
        }
        return problems;
    }

    // One sentence if the page scrolls sideways, with what stands out of it; none otherwise.
    private static Task<string[]> SidewaysAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth)
                return [];
              const isHeld = e =>
                e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || isHeld(e.parentElement));
              const wide = [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth && !isHeld(e.parentElement))
                .map(e => `${e.localName}.${e.className} to ${e.getBoundingClientRect().right.toFixed(1)}`);
              return [`scrolls sideways, ${root.scrollWidth} px wide of ${root.clientWidth}: ${wide.slice(0, 8).join('; ')}`];
            }
            """
        );

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Help}) at {string.Join("; ", violation.Nodes.Take(3).Select(n => n.Html))}";

    /// <summary>A key that has no text, a placeholder that was not filled, the forms of a plural.</summary>
    [GeneratedRegex(@"\b[A-Z][a-z]+([A-Z][a-z]+)+\b|\{\d\}|\w\|\w", RegexOptions.ExplicitCapture)]
    private static partial Regex RawKey();
}
