using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A page being looked at, with everything it said or asked for that it should not have.</summary>
public sealed class Visit
{
    private const int MostTabs = 60;

    private const int MostTabsOfAPage = 300;

    private readonly ConcurrentQueue<string> _noise = new();

    /// <summary>Documents answered with an error, which Chromium also tells the console.</summary>
    private readonly ConcurrentDictionary<string, int> _refused = new();

    private readonly ConcurrentQueue<(string Text, string At)> _console = new();

    /// <param name="addresses">Sites that may be asked, without a slash at the end.</param>
    public Visit(IPage page, params IReadOnlyList<string> addresses)
    {
        Page = page;
        page.Console += (_, message) => _console.Enqueue((message.Text, message.Location));
        page.PageError += (_, error) => _noise.Enqueue("script error: " + error);
        page.RequestFailed += (_, request) => Watch(request);
        page.Request += (_, request) => Watch(request, addresses);
        page.Response += (_, response) => Watch(response);
    }

    public IPage Page { get; }

    /// <summary>Whether scripts may be refused or not answered at all, because the test is about what they do then.</summary>
    public bool MayFail { get; set; }

    /// <summary>How scripts may be refused where they may fail.</summary>
    public IReadOnlyList<int> Refusals { get; set; } = [400];

    public IEnumerable<string> Noise => _noise.Concat(_console.Where(IsNews).Select(message => $"console: {message.Text} ({message.At})"));

    public ILocator this[string selector] => Page.Locator(selector);

    public ILocator Heading => Page.Locator("h1");

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
    public Task TabToAsync(string selector) => TabAsync(selector, MostTabs, () => Task.CompletedTask);

    /// <summary>Tabs to an element; whatever has the focus on the way stands in the window and nothing covers all of it.</summary>
    public async Task TabInSightAsync(string selector)
    {
        var hidden = new List<string>();
        await TabAsync(selector, MostTabsOfAPage, async () => hidden.AddRange(await Page.EvaluateAsync<string[]>(
            """
            () => {
                const focused = document.activeElement;
                const boxes = [...focused.getClientRects()].flatMap(box => [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]]);
                return focused === document.body || boxes.some(([x, y]) => focused.contains(document.elementFromPoint(x, y))) ? [] : [focused.outerHTML.slice(0, 120)];
            }
            """)));
        None(hidden);
    }

    /// <summary>Tabs to a field and types into it in place of what stands there.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await Page.Keyboard.PressAsync("ControlOrMeta+a");
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task TabAsync(string selector, int most, Func<Task> look)
    {
        for (var pressed = 0; pressed < most; pressed++)
        {
            await Page.Keyboard.PressAsync("Tab");
            await look();
            if (await Page.Locator(selector).EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{selector} was not reached in {most} presses of the tabulator.");
    }

    private void Watch(IRequest request, IReadOnlyList<string> addresses)
    {
        if (!addresses.Any(address => request.Url.StartsWith(address + "/", StringComparison.Ordinal)) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
        {
            _noise.Enqueue("left the site: " + request.Url);
        }
    }

    /// <summary>A question whose answer is no longer wanted is taken back.</summary>
    private void Watch(IRequest failed)
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

    private void Watch(IResponse response)
    {
        if (response.Status < 400)
        {
            return;
        }

        if (response.Request.IsNavigationRequest || (MayFail && Refusals.Contains(response.Status) && response.Request.ResourceType == "fetch"))
        {
            _refused[response.Url] = response.Status;
        }
        else
        {
            _noise.Enqueue($"{response.Status}: {response.Url}");
        }
    }

    private bool IsNews((string Text, string At) message) => !message.Text.StartsWith("Service Worker registration blocked by Playwright", StringComparison.Ordinal)
        && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && _refused.Keys.Any(url => message.At.StartsWith(url, StringComparison.Ordinal)));
}
