using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;
using SellerLoyaltyPortal.Features.Operations.Copies;
using SellerLoyaltyPortal.Features.Operations.Health;
using SellerLoyaltyPortal.Features.Operations.Logs;
using SellerLoyaltyPortal.Features.Operations.Metrics;

namespace SellerLoyaltyPortal.Features.Operations;

/// <summary>What whoever runs the portal needs: is it well, how is it used, copies of the data.</summary>
public static class OperationsFeature
{
    private const string Ready = "ready";

    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<OperationsOptions>()
            .BindConfiguration(nameof(OperationsOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<FolderHealth>("folder", tags: [Ready])
            .AddCheck<ClockHealth>("clock", tags: [Ready]);
        // Compares each look with the one before.
        services.AddSingleton<ClockHealth>();
        services.AddHostedService<RunningMark>();
        builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        // A forged or outdated token is answered and counted as a refusal. The library would write an error with a stack for
        // each, which anybody could fill the log with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        // People read it in Development; elsewhere programs do, unless the settings name another form.
        if (!builder.Environment.IsDevelopment())
            services.Configure<ConsoleLoggerOptions>(console =>
                console.FormatterName ??= JsonLines.FormatterName
            );
        services.AddSingleton<MetricsCollector>();
        services.AddHostedService(provider => provider.GetRequiredService<MetricsCollector>());
        return builder;
    }

    public static WebApplication MapOperations(this WebApplication app)
    {
        // Alive: this process answers. Nothing else is looked at, so that a full disk does not get it killed.
        app.MapHealthChecks(
                "/health/live",
                new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync }
            )
            .AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions
                {
                    Predicate = check => check.Tags.Contains(Ready),
                    ResponseWriter = HealthAnswer.WriteAsync,
                }
            )
            .AllowAnonymous();
        MetricsEndpoint.Map(app);
        return app;
    }
}
