using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// A SignalR connection over one WebSocket in the protocol that Blazor calls <c>blazorpack</c>: hub messages in
/// MessagePack, each behind its length. Written by hand instead of with the client library, because the load
/// shares two processors with what it measures.
/// </summary>
internal sealed class HubSocket : IAsyncDisposable
{
    /// <summary>The header by which a proxy tells that it was asked over HTTPS.</summary>
    public const string ForwardedScheme = "X-Forwarded-Proto";

    private const int Invocation = 1;
    private const int Completion = 3;
    private const int Ping = 6;
    private const int Close = 7;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly PackWriter _writer = new();
    private readonly byte[] _prefix = new byte[5];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _asked = new(
        StringComparer.Ordinal
    );
    private Timer? _pings;
    private Task _receiving = Task.CompletedTask;
    private int _lastId;

    /// <summary>Handles a message of the server; the reader stands at the arguments.</summary>
    public delegate void Handler(string target, ref PackReader arguments);

    public required Handler Received { get; init; }

    /// <summary>Ends when the connection does.</summary>
    public Task Ended => _receiving;

    public async Task ConnectAsync(Uri address, string cookies, string origin)
    {
        _socket.Options.SetRequestHeader("Cookie", cookies);
        _socket.Options.SetRequestHeader("Origin", origin);
        _socket.Options.SetRequestHeader(ForwardedScheme, "https");
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(address, CancellationToken.None);
        var handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();
        await _socket.SendAsync(handshake, WebSocketMessageType.Text, true, CancellationToken.None);
        var answer = new byte[256];
        var read = await _socket.ReceiveAsync(answer.AsMemory(), CancellationToken.None);
        if (read.Count != 3 || !answer.AsSpan(0, 3).SequenceEqual("{}\u001e"u8))
            throw new InvalidOperationException("The hub refused the handshake.");
        _receiving = Task.Run(ReceiveAsync);
        _pings = new(_ => _ = PingAsync(), null, PingEvery, PingEvery);
    }

    /// <summary>Calls a method of the hub and waits for nothing.</summary>
    public Task SendAsync(string method, params ReadOnlySpan<object?> arguments) =>
        SendCopyAsync(null, method, arguments.ToArray());

    /// <summary>Calls a method of the hub and waits for the text that it answers.</summary>
    public async Task<string?> AskAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        await SendCopyAsync(id, method, arguments);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        if (_pings is not null)
            await _pings.DisposeAsync();
        _socket.Abort();
        try
        {
            await _receiving;
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // Aborted by us, or the server has gone before.
        }
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SendCopyAsync(string? id, string method, object?[] arguments)
    {
        await _sending.WaitAsync();
        try
        {
            _writer.Clear();
            _writer.Array(6);
            _writer.Integer(Invocation);
            _writer.EmptyMap();
            _writer.Text(id);
            _writer.Text(method);
            _writer.Array(arguments.Length);
            foreach (var argument in arguments)
                Write(argument);
            _writer.Array(0);
            await FlushAsync();
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Write(object? argument)
    {
        switch (argument)
        {
            case null:
                _writer.Nil();
                break;
            case string text:
                _writer.Text(text);
                break;
            case bool flag:
                _writer.Boolean(flag);
                break;
            case long number:
                _writer.Integer(number);
                break;
            case int number:
                _writer.Integer(number);
                break;
            default:
                throw new ArgumentException("Arguments are texts, numbers and flags.", nameof(argument));
        }
    }

    private async Task PingAsync()
    {
        await _sending.WaitAsync();
        try
        {
            if (_socket.State != WebSocketState.Open)
                return;
            _writer.Clear();
            _writer.Array(1);
            _writer.Integer(Ping);
            await FlushAsync();
        }
        catch (WebSocketException)
        {
            // The receiving side says that the connection is gone.
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task FlushAsync()
    {
        var length = _writer.Written.Length;
        var used = 0;
        for (; length >= 0x80; length >>= 7)
            _prefix[used++] = (byte)(length | 0x80);
        _prefix[used++] = (byte)length;
        await _socket.SendAsync(
            _prefix.AsMemory(0, used),
            WebSocketMessageType.Binary,
            endOfMessage: false,
            CancellationToken.None
        );
        await _socket.SendAsync(
            _writer.Written,
            WebSocketMessageType.Binary,
            endOfMessage: true,
            CancellationToken.None
        );
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var (start, end) = (0, 0);
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                if (end == buffer.Length)
                {
                    var larger = start > 0 ? buffer : new byte[buffer.Length * 2];
                    buffer.AsSpan(start, end - start).CopyTo(larger);
                    (buffer, start, end) = (larger, 0, end - start);
                }
                var read = await _socket.ReceiveAsync(buffer.AsMemory(end), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                    break;
                end += read.Count;
                while (TryMessage(buffer.AsSpan(start, end - start), out var message, out var whole))
                {
                    Handle(message);
                    start += whole;
                }
                if (start == end)
                    (start, end) = (0, 0);
            }
        }
        finally
        {
            foreach (var waiting in _asked.Values)
                waiting.TrySetException(new WebSocketException("The connection has ended."));
        }
    }

    private static bool TryMessage(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> message, out int whole)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length && i < 5; i++)
        {
            length |= (bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] >= 0x80)
                continue;
            whole = i + 1 + length;
            if (whole > bytes.Length)
                break;
            message = bytes.Slice(i + 1, length);
            return true;
        }
        message = [];
        whole = 0;
        return false;
    }

    private void Handle(ReadOnlySpan<byte> message)
    {
        var reader = new PackReader(message);
        reader.Array();
        switch (reader.Integer())
        {
            case Invocation:
                reader.SkipHeaders();
                _ = reader.Text();
                var target = reader.Text()!;
                reader.Array();
                Received(target, ref reader);
                break;
            case Completion:
                reader.SkipHeaders();
                var id = reader.Text()!;
                var kind = reader.Integer();
                if (!_asked.TryRemove(id, out var asked))
                    break;
                if (kind == 1)
                    asked.SetException(new InvalidOperationException(reader.Text()));
                else if (kind == 2)
                    asked.SetResult(null);
                else
                    asked.SetResult(ReadResult(ref reader));
                break;
            case Ping:
                break;
            case Close:
                throw new WebSocketException("The hub closed the connection: " + reader.Text());
        }
    }

    // Hub methods of Blazor answer a text (the circuit's secret) or a flag (connected again or not).
    private static string? ReadResult(ref PackReader reader)
    {
        var ahead = reader;
        try
        {
            return reader.Text();
        }
        catch (InvalidDataException)
        {
            return ahead.Boolean() ? "true" : "false";
        }
    }
}
