using System.Net;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Asks the started portal for the pages that people meet first: the model of the database, the components and the
/// code of a request are made then, not while the first person waits. No network: the requests go to where the
/// server would hand them, and nobody is signed in.
/// </summary>
public sealed class FirstPages(
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    IOptions<WebOptions> options,
    ILogger<FirstPages> log
) : BackgroundService, IStartupFilter
{
    private static readonly string[] Addresses =
    [
        "/account/sign-in",
        "/account/sign-in?culture=en",
        "/",
        "/not-found",
    ];

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> _answers = new(StringComparer.Ordinal);
    private RequestDelegate? _portal;

    /// <summary>Status by address; complete when <see cref="BackgroundService.ExecuteTask"/> is.</summary>
    internal IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Outside of everything, so that what is asked for passes all that a request passes.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(portal => _portal = portal);
            next(app);
        };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp)
            return;
        await using var started = lifetime.ApplicationStarted.Register(_started.SetResult);
        await _started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var address in Addresses)
        {
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                _answers[address] = await AskAsync(address, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // A page that fails here fails for its reader too and is logged there; the portal runs.
                log.LogWarning(broken, "{Address} could not be made ready", address);
            }
        }
    }

    private async Task<int> AskAsync(string address, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var parts = address.Split('?', 2);
        var context = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            RequestAborted = stopping,
            Request =
            {
                Method = HttpMethods.Get,
                Scheme = Uri.UriSchemeHttps,
                Host = new("localhost"),
                Path = parts[0],
                QueryString = parts.Length > 1 ? new("?" + parts[1]) : QueryString.Empty,
                Protocol = HttpProtocol.Http11,
            },
            Connection = { RemoteIpAddress = IPAddress.Loopback },
        };
        await _portal!(context);
        return context.Response.StatusCode;
    }
}
