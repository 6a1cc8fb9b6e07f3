namespace Ganglion.Server.Tests;

/// <summary>Waits for what other threads bring about.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until a condition holds, and fails if it never does.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(2, end.Token);
        }
    }
}
