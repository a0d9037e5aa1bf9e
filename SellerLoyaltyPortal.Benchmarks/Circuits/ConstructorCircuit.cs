using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// A seller's constructor in a real circuit: does over the wire what the browser's script does (start, answer
/// calls to JavaScript, confirm what was drawn, dispatch the slider's events) and draws nothing.
/// </summary>
internal sealed partial class ConstructorCircuit : IAsyncDisposable
{
    private readonly PortalPerson _person;

    // A browser has one thread: an event never names a handler whose replacement it has confirmed already.
    private readonly Lock _turn = new();
    private readonly HubSocket _hub;
    private readonly SliderView _slider = new("threshold");
    private readonly TaskCompletionSource _attached = NewSignal();
    private readonly TaskCompletionSource _drawn = NewSignal();
    private readonly ConcurrentQueue<(int Stop, long DueAt, Action<double> Answered)> _steps = new();
    private string _secret = "";
    private int _lastCall;
    private int _lastObject;
    private long _interop;

    private ConstructorCircuit(PortalPerson person, string address)
    {
        _person = person;
        Address = address;
        _hub = new() { Received = Handle };
    }

    /// <summary>Where the browser would stand: the page's script keeps the point in it.</summary>
    public string Address { get; private set; }

    public int Value => _slider.Value;

    public int Stops => _slider.Max + 1;

    public long BatchBytes { get; private set; }

    /// <summary>Steps that no answer has come to yet.</summary>
    public int Waiting => _steps.Count;

    /// <summary>What the server complained about; nothing on a healthy portal.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Takes new texts of the page, while somebody asks.</summary>
    public List<string>? Texts { get; set; }

    /// <summary>Ends when the connection does.</summary>
    public Task Ended => _hub.Ended;

    /// <summary>Opens the page and its circuit; done when the slider is there.</summary>
    public static async Task<ConstructorCircuit> OpenAsync(PortalPerson person, string address)
    {
        var page = await person.OpenAsync(address);
        var circuit = new ConstructorCircuit(person, address);
        var portal = person.Portal;
        await circuit._hub.ConnectAsync(
            new UriBuilder(portal) { Scheme = "ws", Path = "/_blazor" }.Uri,
            person.Cookies,
            person.Seen.GetLeftPart(UriPartial.Authority)
        );
        var state = State().Match(page).Groups["state"].Value;
        circuit._secret =
            await circuit._hub.AskAsync(
                "StartCircuit",
                person.Seen.AbsoluteUri,
                new Uri(person.Seen, address).AbsoluteUri,
                "[]",
                state
            ) ?? throw new InvalidOperationException("The circuit did not start.");
        await circuit.ComesAsync(circuit._attached.Task, "attached");
        var adds = Marker()
            .Matches(page)
            .Select(m => m.Groups["marker"].Value)
            .Where(m => m.Contains("\"descriptor\"", StringComparison.Ordinal))
            .Select(
                (m, i) =>
                    $$"""{"type":"add","ssrComponentId":{{(i + 1).ToString(
                        CultureInfo.InvariantCulture
                    )}},"marker":{{m}}}"""
            );
        await circuit._hub.SendAsync(
            "UpdateRootComponents",
            $$"""{"batchId":1,"operations":[{{string.Join(',', adds)}}]}""",
            state
        );
        await circuit.ComesAsync(circuit._drawn.Task, "drawn");
        return circuit;
    }

    private async Task ComesAsync(Task what, string name)
    {
        try
        {
            await what.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(
                $"Not {name} within a minute, {BatchBytes} bytes drawn, the server said: {string.Join("; ", Complaints)}.",
                late
            );
        }
    }

    /// <summary>
    /// Moves the slider. The answer is the drawing in which the slider, and with it everything that was
    /// calculated for the threshold, stands there (or further: a slow portal may skip steps).
    /// </summary>
    /// <param name="stop">Another one than where it stands or was sent to.</param>
    /// <param name="dueAt">When the hand moved, by <see cref="Stopwatch"/>.</param>
    /// <param name="answered">Takes the milliseconds from then to the answer.</param>
    public Task MoveAsync(int stop, long dueAt, Action<double> answered)
    {
        _steps.Enqueue((stop, dueAt, answered));
        var call = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        lock (_turn)
            return _hub.SendAsync(
                "BeginInvokeDotNetFromJS",
                call,
                null,
                "DispatchEventAsync",
                _interop,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""[{"eventHandlerId":{{_slider.HandlerId}},"eventName":"input","eventFieldInfo":null},{"value":"{{stop}}"}]"""
                )
            );
    }

    /// <summary>Moves the slider and waits for the answer.</summary>
    public async Task<double> MoveAndWaitAsync(int stop)
    {
        var answer = NewSignal<double>();
        await MoveAsync(stop, Stopwatch.GetTimestamp(), answer.SetResult);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Leaves the page as a browser does.</summary>
    public async Task LeaveAsync()
    {
        await _person.LeaveAsync(_secret);
        await DisposeAsync();
    }

    /// <summary>Asks for this circuit over a new connection, as a browser does whose connection was cut.</summary>
    /// <returns>Whether the server still had it.</returns>
    public async Task<bool> ReconnectAsync()
    {
        await using var hub = new HubSocket { Received = static (string _, ref PackReader _) => { } };
        await hub.ConnectAsync(
            new UriBuilder(_person.Portal) { Scheme = "ws", Path = "/_blazor" }.Uri,
            _person.Cookies,
            _person.Seen.GetLeftPart(UriPartial.Authority)
        );
        return await hub.AskAsync("ConnectCircuit", _secret) == "true";
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Handle(string target, ref PackReader arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                var id = arguments.Integer();
                var bytes = arguments.Bytes();
                BatchBytes += bytes.Length;
                lock (_turn)
                {
                    if (_slider.Apply(new RenderBatch(bytes), Texts))
                        Stands(_slider.Value);
                    Forget(_hub.SendAsync("OnRenderCompleted", id, null));
                }
                break;
            case "JS.BeginInvokeJS":
                Call(arguments.Integer(), arguments.Text()!, arguments.Text(), arguments.Integer());
                break;
            case "JS.EndInvokeDotNet":
                _ = arguments.Text();
                if (!arguments.Boolean())
                    Complaints.Enqueue("An event failed: " + arguments.Text());
                break;
            case "JS.Error":
                Complaints.Enqueue(arguments.Text() ?? "");
                break;
        }
    }

    private void Stands(int value)
    {
        _drawn.TrySetResult();
        // An answer to a later step answers those before it too.
        if (_steps.All(s => s.Stop != value))
            return;
        while (_steps.TryDequeue(out var step))
        {
            step.Answered(Stopwatch.GetElapsedTime(step.DueAt).TotalMilliseconds);
            if (step.Stop == value)
                return;
        }
    }

    // What the browser's JavaScript would do; what it answers is as empty as it may be.
    private void Call(long handle, string function, string? arguments, long resultKind)
    {
        if (function == "Blazor._internal.attachWebRendererInterop")
        {
            using var json = JsonDocument.Parse(arguments!);
            _interop = json.RootElement[1].GetProperty("__dotNetObject").GetInt64();
            _attached.TrySetResult();
        }
        else if (function == "portal.rememberAddress")
        {
            using var json = JsonDocument.Parse(arguments!);
            Address = json.RootElement[0].GetString()!;
        }
        if (handle == 0)
            return;
        const long ObjectReference = 1;
        var result =
            resultKind == ObjectReference
                ? $$"""{"__jsObjectId":{{Interlocked.Increment(ref _lastObject)}}}"""
                : "null";
        Forget(
            _hub.SendAsync(
                "EndInvokeJSFromDotNet",
                handle,
                true,
                string.Create(CultureInfo.InvariantCulture, $"[{handle},true,{result}]")
            )
        );
    }

    // A connection that ends meanwhile is told by Ended.
    private void Forget(Task sending)
    {
        _ = sending.ContinueWith(
            static (failed, circuit) =>
                ((ConstructorCircuit)circuit!).Complaints.Enqueue(
                    failed.Exception!.GetBaseException().Message
                ),
            this,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
    }

    private static TaskCompletionSource<T> NewSignal<T>() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GeneratedRegex(
        "<!--Blazor:(?<marker>{.*?})-->",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marker();

    [GeneratedRegex(
        "<!--Blazor-Server-Component-State:(?<state>[A-Za-z0-9+/=]+)-->",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex State();
}
