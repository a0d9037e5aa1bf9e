using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>
/// Asks over some kept-alive connections, one question at a time on each, and measures every answer. Sockets
/// without an HTTP client on top: the load shares two processors with the portal, and must not be what is
/// measured.
/// </summary>
internal sealed class HttpLoad(IPEndPoint server, int connections)
{
    private const int AnswerBytes = 1 << 20;

    /// <param name="next">
    /// Writes the next request of a connection into the buffer and returns its length; 0 when there is none left.
    /// </param>
    /// <param name="expected">The status that counts; others are counted apart.</param>
    /// <param name="requestBytes">Length of the longest request.</param>
    /// <param name="limit">No request begins after it.</param>
    /// <param name="ratePerSecond">Requests a second, evenly; 0 for as many as are answered.</param>
    public async Task<LoadResult> RunAsync(
        Func<int, byte[], int> next,
        int expected,
        int requestBytes,
        TimeSpan limit,
        double ratePerSecond = 0
    )
    {
        var start = Stopwatch.GetTimestamp();
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(c =>
                    Task.Run(() => RunOneAsync(c, next, expected, requestBytes, start, limit, ratePerSecond))
                )
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var latencies = results.SelectMany(r => r.Latencies).ToArray();
        Array.Sort(latencies);
        return new(latencies, results.Sum(r => r.Others), seconds);
    }

    private async Task<(List<double> Latencies, int Others)> RunOneAsync(
        int connection,
        Func<int, byte[], int> next,
        int expected,
        int requestBytes,
        long start,
        TimeSpan limit,
        double ratePerSecond
    )
    {
        var latencies = new List<double>(1 << 16);
        var others = 0;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var (request, answer) = (new byte[requestBytes], new byte[AnswerBytes]);
        for (var turn = 0L; Stopwatch.GetElapsedTime(start) < limit; turn++)
        {
            // When the request ought to be sent: what waits behind a slow answer counts as waiting.
            var begin = Stopwatch.GetTimestamp();
            if (ratePerSecond > 0)
            {
                var due = TimeSpan.FromSeconds((turn * connections + connection) / ratePerSecond);
                if (due >= limit)
                    break;
                begin = start + (long)(due.TotalSeconds * Stopwatch.Frequency);
                var wait = due - Stopwatch.GetElapsedTime(start);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
            }
            var length = next(connection, request);
            if (length == 0)
                break;
            for (var sent = 0; sent < length; )
                sent += await socket.SendAsync(request.AsMemory(sent, length - sent), SocketFlags.None);
            var status = await ReceiveAsync(socket, answer);
            if (status == expected)
                latencies.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            else
                others++;
        }
        return (latencies, others);
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer)
    {
        var (received, head) = (0, -1);
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(received), SocketFlags.None);
            if (read == 0)
                throw new InvalidOperationException("The portal closed the connection.");
            received += read;
            if (head < 0 && buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8) is var at and >= 0)
                head = at;
            if (head >= 0 && IsWhole(buffer.AsSpan(0, received), head))
                return int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer, int head)
    {
        var body = answer[(head + 4)..];
        var headers = answer[..head];
        var length = headers.IndexOf("Content-Length: "u8);
        if (length < 0)
            return body.EndsWith("0\r\n\r\n"u8);
        var number = headers[(length + 16)..];
        var end = number.IndexOf((byte)'\r');
        return body.Length
            >= int.Parse(end < 0 ? number : number[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
