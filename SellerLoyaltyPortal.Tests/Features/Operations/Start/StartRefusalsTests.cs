using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Operations;
using SellerLoyaltyPortal.Features.Operations.Start;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Start;

public sealed class StartRefusalsTests
{
    [Theory]
    [InlineData(5, "Another program holds", StartRefusals.TryAgainCode)]
    [InlineData(6, "Another program holds", StartRefusals.TryAgainCode)]
    [InlineData(8, "can't be written", StartRefusals.ExitCode)]
    [InlineData(10, "answers with errors", StartRefusals.ExitCode)]
    [InlineData(11, "is damaged", StartRefusals.ExitCode)]
    [InlineData(13, "is full", StartRefusals.ExitCode)]
    [InlineData(14, "can't be opened", StartRefusals.ExitCode)]
    [InlineData(26, "admin restore", StartRefusals.ExitCode)]
    public void Explain_ResultOfSqlite_SaysWhatIsWrongAndWhere(int code, string words, int exitCode)
    {
        var refusal = StartRefusals.Explain(
            new InvalidOperationException("wrapped", new SqliteException("result", code)),
            "/srv/portal"
        )!;

        Assert.Contains(words, refusal.Words, StringComparison.Ordinal);
        Assert.Contains("/srv/portal", refusal.Words, StringComparison.Ordinal);
        Assert.Equal(exitCode, refusal.ExitCode);
    }

    [Fact]
    public void Explain_WrongSettings_NamesEachAndHowToSetIt()
    {
        var first = new OptionsValidationException(
            "",
            typeof(OperationsOptions),
            ["MetricsToken is too short", "LeastFreeMegabytes is below 0"]
        );
        var second = new OptionsValidationException("", typeof(DataOptions), ["Folder is missing"]);

        var words = StartRefusals.Explain(new AggregateException(first, second), null)!.Words;

        Assert.Contains("OperationsOptions: MetricsToken is too short", words, StringComparison.Ordinal);
        Assert.Contains("OperationsOptions: LeastFreeMegabytes is below 0", words, StringComparison.Ordinal);
        Assert.Contains("DataOptions: Folder is missing", words, StringComparison.Ordinal);
        Assert.Contains("OperationsOptions__Name=value", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Bug_IsNot() =>
        Assert.Null(
            StartRefusals.Explain(
                new InvalidOperationException("a bug", new SqliteException("SQL logic error", 1)),
                null
            )
        );
}
