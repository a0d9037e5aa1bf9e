using System.Text;

namespace SellerLoyaltyPortal.Features.Accounts.Operators;

/// <summary>Questions on the terminal; secrets are not shown. Answers may also come through a pipe.</summary>
/// <param name="input">Null: the terminal or pipe of the process.</param>
internal sealed class Prompts(TextReader? input)
{
    /// <exception cref="EndOfStreamException">The input ended before the answer.</exception>
    public async Task<string> AskAsync(TextWriter output, string question)
    {
        await output.WriteAsync(question + ": ");
        await output.FlushAsync();
        return await (input ?? Console.In).ReadLineAsync()
            ?? throw new EndOfStreamException("The input ended before the answer.");
    }

    /// <inheritdoc cref="AskAsync"/>
    public async Task<string> AskSecretAsync(TextWriter output, string question)
    {
        if (input is not null || Console.IsInputRedirected)
            return await AskAsync(output, question);
        await output.WriteAsync(question + ": ");
        await output.FlushAsync();
        var answer = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                break;
            if (key.Key == ConsoleKey.Backspace)
                answer.Length = Math.Max(answer.Length - 1, 0);
            else if (!char.IsControl(key.KeyChar))
                answer.Append(key.KeyChar);
        }
        await output.WriteLineAsync();
        return answer.ToString();
    }
}
