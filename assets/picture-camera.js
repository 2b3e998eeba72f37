// A photo from the camera of a computer; phones have a better program for that, which the file field opens.
"use strict";

(() => {
  const { say } = window.Stepwise;

  /** The step with the camera's picture. `onDone(blob)` gets a photo, `onOther()` is for another way. */
  async function open({ onDone, onOther }) {
    const { build, button, show, tell, isOpen } = window.Stepwise.panel;
    const video = Object.assign(build("video", "camera"), { autoplay: true, muted: true, playsInline: true, ariaLabel: say("camera.label") });
    const shoot = button("camera.shoot", () => snap(video, onDone));
    shoot.disabled = true;
    let stream = null;
    let left = false;
    const stop = () => {
      left = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
    show({ titleKey: "camera.title", step: "camera", body: [video], foot: [button("camera.other", onOther, "button ghost"), shoot], onLeave: stop });
    tell(say("camera.waiting"));
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
    } catch (error) {
      if (isOpen() && !left) tell(say(error.name === "NotAllowedError" ? "camera.denied" : "camera.none"), { alert: true });
      return;
    }
    if (left) return stop();
    tell("");
    video.addEventListener("loadeddata", () => { shoot.disabled = false; });
    video.srcObject = stream;
  }

  function snap(video, onDone) {
    const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext("2d").drawImage(video, 0, 0);
    canvas.toBlob((blob) => onDone(blob), "image/jpeg", 0.92);
  }

  window.Stepwise.camera = { open };
})();
