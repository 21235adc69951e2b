using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TypedLlm;

namespace Alpine.SkiHouse.Controllers;

[ApiController]
[Route("api/[controller]")]
public class LessonsController(IInstructor instructor) : ControllerBase
{
    [HttpGet("{level}")]
    [ProducesResponseType<LessonDto>(StatusCodes.Status200OK)]
    public async Task<ActionResult<LessonDto>> Get(SkiLevel level, [FromQuery, Required] string goal, CancellationToken ct)
    {
        var lesson = await instructor.LessonAsync(new Skier("guest", level), goal, ct);
        Response.Headers["x-model"] = lesson.Model;
        return new LessonDto(lesson.Value, lesson.Usage?.OutputTokens);
    }

    [HttpPost]
    public IAsyncEnumerable<string> Post([FromBody] Skier skier, CancellationToken ct) => instructor.WarmUpAsync(skier, ct);
}

public record LessonDto(string Text, long? Tokens);

public record Skier(string Name, SkiLevel Level);

public enum SkiLevel
{
    Beginner,
    Expert,
}

[LlmEndpoint(Primary = "5.5", Fallback = "5.4")]
[SystemPrompt("You teach skiing to {skier.Name}, a {skier.Level}.")]
public interface IInstructor
{
    [Prompt("A lesson for the goal: {goal}")]
    Task<LlmResult<string>> LessonAsync(Skier skier, [Untrusted] string goal, CancellationToken ct = default);

    [Prompt("A short warm-up.")]
    IAsyncEnumerable<string> WarmUpAsync(Skier skier, CancellationToken ct = default);
}
