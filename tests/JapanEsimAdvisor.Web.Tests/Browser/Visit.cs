using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A page being looked at, with everything it said or asked for that it should not have.</summary>
public sealed class Visit : IDisposable
{
    private const int MostTabs = 60;

    private const int MostTabsOfAPage = 300;

    private readonly ConcurrentQueue<string> _noise = new();

    /// <summary>Documents answered with an error, which Chromium also tells the console.</summary>
    private readonly ConcurrentDictionary<string, int> _refused = new();

    private readonly ConcurrentQueue<(string Text, string At)> _console = new();

    private readonly IReadOnlyList<string> _addresses;

    /// <param name="addresses">Sites that may be asked, without a slash at the end.</param>
    public Visit(IPage page, params IReadOnlyList<string> addresses)
    {
        (Page, _addresses) = (page, addresses);
        page.Console += OnConsole;
        page.PageError += OnError;
        page.RequestFailed += OnFailed;
        page.Request += OnRequest;
        page.Response += OnResponse;
    }

    public IPage Page { get; }

    /// <summary>Whether scripts may be refused or not answered at all, because the test is about what they do then.</summary>
    public bool MayFail { get; set; }

    /// <summary>How scripts may be refused where they may fail.</summary>
    public IReadOnlyList<int> Refusals { get; set; } = [400];

    public IEnumerable<string> Noise => _noise.Concat(_console.Where(IsNews).Select(message => $"console: {message.Text} ({message.At})"));

    public ILocator this[string selector] => Page.Locator(selector);

    public ILocator Heading => Page.Locator("h1");

    /// <summary>The page may be visited again, by a visit of its own.</summary>
    public void Dispose()
    {
        Page.Console -= OnConsole;
        Page.PageError -= OnError;
        Page.RequestFailed -= OnFailed;
        Page.Request -= OnRequest;
        Page.Response -= OnResponse;
    }

    /// <summary>Nothing was found; what was found is told in full otherwise.</summary>
    public static void None(IEnumerable<string> found)
    {
        var told = string.Join('\n', found);
        Assert.True(told.Length == 0, told);
    }

    /// <summary>Goes to an address of the site and checks its status.</summary>
    public async Task GoAsync(string address, int status = 200)
    {
        var answer = await Page.GotoAsync(address);
        Assert.Equal(status, answer?.Status);
    }

    /// <summary>Presses the tabulator until the element has the focus, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string selector)
    {
        var passed = 0;
        while (!(await TabAsync(selector)).IsThere)
        {
            Assert.True(++passed < MostTabs, $"{selector} was not reached in {MostTabs} presses of the tabulator.");
        }
    }

    /// <summary>Tabs to an element; whatever has the focus on the way stands in the window and nothing covers all of it.</summary>
    public async Task TabInSightAsync(string selector)
    {
        var passed = new List<Focused>();
        do
        {
            Assert.True(passed.Count < MostTabsOfAPage, $"{selector} was not reached in {MostTabsOfAPage} presses of the tabulator.");
            passed.Add(await TabAsync(selector));
        }
        while (!passed[^1].IsThere);
        None(passed.Where(one => !one.IsInSight).Select(one => one.Html));
    }

    /// <summary>Tabs to a field and types into it in place of what stands there.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await Page.Keyboard.PressAsync("ControlOrMeta+a");
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task<Focused> TabAsync(string selector)
    {
        await Page.Keyboard.PressAsync("Tab");
        return await Page.EvaluateAsync<Focused>(
            """
            selector => {
                const focused = document.activeElement;
                const boxes = [...focused.getClientRects()].flatMap(box => [
                    [box.left + 2, box.top + 2],
                    [box.right - 2, box.bottom - 2],
                    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
                ]);
                return {
                    isThere: focused === document.querySelector(selector),
                    isInSight: focused === document.body || boxes.some(([x, y]) => focused.contains(document.elementFromPoint(x, y))),
                    html: focused.outerHTML.slice(0, 120),
                };
            }
            """,
            selector);
    }

    private void OnConsole(object? page, IConsoleMessage message) => _console.Enqueue((message.Text, message.Location));

    private void OnError(object? page, string error) => _noise.Enqueue("script error: " + error);

    private void OnRequest(object? page, IRequest request)
    {
        if (!_addresses.Any(address => request.Url.StartsWith(address + "/", StringComparison.Ordinal))
            && !request.Url.StartsWith("data:", StringComparison.Ordinal))
        {
            _noise.Enqueue("left the site: " + request.Url);
        }
    }

    /// <summary>A question whose answer is no longer wanted is taken back.</summary>
    private void OnFailed(object? page, IRequest failed)
    {
        var isTakenBack = failed.ResourceType == "fetch" && failed.Failure == "net::ERR_ABORTED";
        if (MayFail && failed.ResourceType == "fetch")
        {
            _refused[failed.Url] = 0;
        }
        else if (!isTakenBack)
        {
            _noise.Enqueue($"failed: {failed.Url} {failed.Failure}");
        }
    }

    private void OnResponse(object? page, IResponse response)
    {
        if (response.Status < 400)
        {
            return;
        }

        if (response.Request.IsNavigationRequest
            || (MayFail && Refusals.Contains(response.Status) && response.Request.ResourceType == "fetch"))
        {
            _refused[response.Url] = response.Status;
        }
        else
        {
            _noise.Enqueue($"{response.Status}: {response.Url}");
        }
    }

    private bool IsNews((string Text, string At) message) =>
        !message.Text.StartsWith("Service Worker registration blocked by Playwright", StringComparison.Ordinal)
        && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && _refused.Keys.Any(url => message.At.StartsWith(url, StringComparison.Ordinal)));

    /// <summary>What has the focus.</summary>
    private sealed class Focused
    {
        public bool IsThere { get; set; }

        public bool IsInSight { get; set; }

        public string Html { get; set; } = string.Empty;
    }
}
