using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>One writer appends while hundreds of readers take whatever state is current and check it whole.</summary>
public sealed class EligibilityStressTests
{
    private const int Readers = 300;
    private const int Appends = 60;
    private const int StartLines = 2_000;

    [Fact]
    public void After_WhileHundredsRead_NobodySeesHalfAnUpdate()
    {
        var asOf = SeededLedgers.FirstDay + SeededLedgers.Days;
        var lines = SeededLedgers.Lines(131, buyers: 400, lines: StartLines);
        // One line, one sequence number: a snapshot's number tells how many lines it must have.
        var current = EligibilityState.Of(
            SeededLedgers.Columns(lines, sequence: StartLines),
            EligibilityRule.Default,
            asOf
        );
        var checks = 0;
        var done = false;
        var published = new object();
        var failures = new List<Exception>();
        var readers = Enumerable
            .Range(0, Readers)
            .Select(i => new Thread(() => Read(i), 256 * 1_024))
            .ToList();
        readers.ForEach(r => r.Start());

        var random = new Random(132);
        for (var i = 0; i < Appends; i++)
        {
            var changes = new LedgerChanges();
            for (var added = 0; added < 1 + i % 5; added++)
            {
                var line = SeededLedgers.Line(random, buyers: 500, StartLines + i);
                changes.AddBuyer(line.BuyerKey, SeededLedgers.IdOf(line.BuyerKey));
                changes.Add(line);
                lines.Add(line);
            }
            var next = current.After(current.Columns.Append(changes, lines.Count));
            Volatile.Write(ref current, i % 20 == 19 ? next.After(next.Columns.Compact()) : next);
            lock (published)
                Monitor.PulseAll(published);
        }
        lock (published)
        {
            done = true;
            Monitor.PulseAll(published);
        }
        readers.ForEach(r => r.Join());

        Assert.Empty(failures);
        Assert.True(checks >= Readers);
        BuyerTotalsCalculatorTests.AssertEqualsNaive(lines, current.Columns, EligibilityRule.Default, asOf);

        void Read(int reader)
        {
            try
            {
                var seen = 0L;
                for (var last = false; !last; )
                {
                    var state = Volatile.Read(ref current);
                    Assert.True(state.LedgerSequence >= seen);
                    seen = state.LedgerSequence;
                    Check(state, reader);
                    Interlocked.Increment(ref checks);
                    // Readers wait for news (and the writer for nobody), or three hundred of them would
                    // leave it no time on a machine with few cores.
                    lock (published)
                    {
                        last = done;
                        if (!last && ReferenceEquals(state, Volatile.Read(ref current)))
                            Monitor.Wait(published);
                    }
                }
            }
            catch (Exception failure)
            {
                lock (failures)
                    failures.Add(failure);
            }
        }
    }

    private static void Check(EligibilityState state, int reader)
    {
        Assert.Equal(state.LedgerSequence, state.Columns.LineCount);
        Assert.Equal(state.Totals.BuyerCount, state.Curve.Buyers);
        Assert.Equal(state.Totals.Revenue, state.Curve.Revenue);
        var threshold = Money.FromUnits(reader * 10);
        Assert.Equal(
            (state.Curve.BuyersAt(threshold), state.Curve.RevenueAt(threshold)),
            state.Totals.At(threshold)
        );
        var buyer = reader % state.Columns.BuyerCount;
        var explanation = EligibilityExplanation.Of(
            state.Columns,
            state.Totals.Rule,
            state.Totals.AsOf,
            buyer
        );
        Assert.Equal(state.Totals.Of(buyer), explanation.Total);
        Assert.True(state.Columns.Buyers.TryFind(state.Columns.Buyers[buyer], out var found));
        Assert.Equal(buyer, found);
    }
}
